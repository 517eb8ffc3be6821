package dev.renum.health.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RingTest {
    @Test
    void hasNothingAtFirst() {
        Ring ring = new Ring(1, 10);

        assertThat(ring.all()).isEmpty();
        assertThat(ring.newest(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "10, 10", "15, 100", "16, 17", "31, 500", "1000, 3210"})
    void keepsAsManyOfTheNewestAsItsCapacity(int capacity, int added) {
        Ring ring = new Ring(2, capacity);

        for (int i = 0; i < added; i++) {
            ring.add(i, -i);
        }

        List<long[]> rows = ring.all();
        int kept = Math.min(capacity, added);
        assertThat(rows).hasSize(kept);
        for (int i = 0; i < kept; i++) {
            assertThat(rows.get(i)).containsExactly(added - kept + i, kept - added - i);
        }
    }

    @Test
    void givesTheNewestOnly() {
        Ring ring = new Ring(1, 100);

        for (int i = 0; i < 7; i++) {
            ring.add(i);
        }

        assertThat(ring.newest(2)).containsExactly(new long[] {5}, new long[] {6});
    }

    @Test
    void neverShowsARowThatIsBeingOverwritten() throws Exception {
        Ring ring = new Ring(3, 20);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<Integer> reader = threads.submit(() -> readWhole(ring, over));

        for (long i = 0; i < 300_000; i++) {
            ring.add(i, 7 * i, ~i);
        }
        over.set(true);

        assertThat(reader.get()).isPositive();
        threads.shutdown();
    }

    /** Reads until it is over and asserts that all rows are whole and follow upon each other. */
    private static int readWhole(Ring ring, AtomicBoolean over) {
        int reads = 0;
        while (!over.get() || reads == 0) {
            long expected = -1;
            for (long[] row : ring.all()) {
                assertThat(row[1] == 7 * row[0] && row[2] == ~row[0])
                        .as("row is whole")
                        .isTrue();
                assertThat(expected == -1 || expected == row[0])
                        .as("row follows")
                        .isTrue();
                expected = row[0] + 1;
            }
            reads++;
        }
        return reads;
    }
}
