package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.health.system.KeptHeap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeapCheckTest {
    private static final double ALMOST_NOTHING = 1e-9;

    @Test
    void countsWhatIsKeptAndNotWhatIsThrownAway() {
        HeapCheck check = HeapCheck.ofJvm().limits(1, 1);
        byte[] kept = new byte[24 << 20];
        System.gc();

        HealthResult before = check.check();
        int thrownAway =
                IntStream.range(0, 16).map(i -> new byte[1 << 20].length).sum();
        HealthResult after = check.check();

        assertThat(kept.length + thrownAway).isEqualTo(40 << 20);
        assertThat(before.status()).isEqualTo(HealthStatus.UP);
        assertThat(mebibytes(before, "after collection")).isBetween(24L, mebibytes(before, "max"));
        assertThat(mebibytes(after, "after collection") - mebibytes(before, "after collection"))
                .isLessThan(12);
    }

    /** A collection between the two looks changes little of what is old; garbage and what is young would be far more. */
    @Test
    void meansWhatTheFigureOfTheHeapMeans() {
        System.gc();

        HealthResult result = HeapCheck.ofJvm().check();

        assertThat(Math.abs(mebibytes(result, "after collection")
                        - (KeptHeap.ofJvm().bytes() >> 20)))
                .isLessThan(8);
        assertThat(mebibytes(result, "max")).isEqualTo(KeptHeap.max() >> 20);
    }

    @Test
    void judgesByItsLimits() {
        System.gc();

        HealthResult low = HeapCheck.ofJvm().limits(ALMOST_NOTHING, 1).check();
        HealthResult full =
                HeapCheck.ofJvm().limits(ALMOST_NOTHING, ALMOST_NOTHING).check();

        assertThat(low.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(low.code()).isEqualTo(HealthCode.HEAP_SHORT.id());
        assertThat(full.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(full.code()).isEqualTo(HealthCode.HEAP_FULL.id());
        assertThat(full.message()).endsWith(" of the heap is in use after collection, the limit is 0 %");
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> HeapCheck.ofJvm().limits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> HeapCheck.ofJvm().limits(0.9, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> HeapCheck.ofJvm().limits(0.9, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> HeapCheck.ofJvm().limits(Double.NaN, 1));
    }

    private static long mebibytes(HealthResult result, String detail) {
        return Long.parseLong(result.details().getOrDefault(detail, "none").replace(" MiB", ""));
    }
}
