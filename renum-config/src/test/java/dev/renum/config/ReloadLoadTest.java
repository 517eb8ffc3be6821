package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.Resources;
import dev.renum.config.report.ReloadResult.Applied;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadLoadTest {
    private static final int READERS = 8;
    private static final int TIMES = 1_000;
    private static final int BURST = 500;
    private static final long BREATH_NANOS = 200_000;
    private static final int CLOSERS = 32;

    @TempDir
    Path directory;

    private final Set<Thread> others = Resources.threads();
    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @Test
    void noReaderEverSeesAMixOfTwoGenerations() throws InterruptedException {
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong mixed = new AtomicLong();
        AtomicLong backwards = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(READERS);
        List<Thread> readers = new ArrayList<>();
        try (EnvironmentConfigManager config = desk.pair(0).builder().build()) {
            for (int i = 0; i < READERS; i++) {
                Supplier<DeskSettings> live = config.live(DeskSettings.class);
                Supplier<DeskSettings> source = i % 2 == 0 ? live : () -> config.get(DeskSettings.class);
                readers.add(new Thread(() -> read(source, running, begun, mixed, backwards)));
            }
            readers.forEach(Thread::start);
            begun.await();

            for (int i = 1; i <= TIMES; i++) {
                desk.replace(i);
                assertThat(config.reload()).isInstanceOf(Applied.class);
            }

            running.set(false);
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(mixed).hasValue(0);
            assertThat(backwards).hasValue(0);
            assertThat(config.status().generation()).isEqualTo(TIMES + 1);
        }
    }

    /** By several threads, because the system takes its time to give up a watch. */
    @Test
    void openingAndClosingAThousandTimesLeavesNothingBehind() throws Exception {
        desk.swap(Desk.lines(1));
        openAndClose();
        Resources.awaitOnly(others);
        long descriptors = Resources.descriptors();

        ExecutorService executor = Executors.newFixedThreadPool(CLOSERS);
        for (Future<?> done : executor.invokeAll(Collections.nCopies(TIMES, this::openAndClose))) {
            done.get();
        }
        executor.shutdown();

        Resources.awaitOnly(others);
        await().untilAsserted(() -> assertThat(Resources.descriptors()).isLessThanOrEqualTo(descriptors));
    }

    @Test
    void closeEndsEverythingWithinASecondWhateverHangs() {
        CountDownLatch asked = new CountDownLatch(2);
        EnvironmentConfigManager config = desk.pair(1).builder().watch(true).build();
        config.onChange(change -> block(asked));
        desk.pair(2);
        await().until(() -> asked.getCount() == 1);
        config.reconfigure(DeskSettings.class, (running, next) -> {
            block(asked);
            return () -> {};
        });
        desk.pair(3);
        await().until(() -> asked.getCount() == 0);
        long begin = System.nanoTime();

        config.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        Resources.awaitOnly(others);
        assertThat(config.get(DeskSettings.class).left()).isEqualTo(2);
    }

    private int openAndClose() {
        try (EnvironmentConfigManager config = desk.builder().watch(true).build()) {
            int left = config.get(DeskSettings.class).left();
            assertThat(left).isEqualTo(1);
            return left;
        }
    }

    private static void read(
            Supplier<DeskSettings> source,
            AtomicBoolean running,
            CountDownLatch begun,
            AtomicLong mixed,
            AtomicLong backwards) {
        int last = 0;
        begun.countDown();
        for (int i = 0; running.get(); i++) {
            DeskSettings settings = source.get();
            if (settings.left() != settings.right()) {
                mixed.incrementAndGet();
            }
            if (settings.left() < last) {
                backwards.incrementAndGet();
            }
            last = settings.left();
            if (i % BURST == 0) {
                LockSupport.parkNanos(BREATH_NANOS); // whoever reloads shall have a turn, with few processors too
            }
        }
    }

    private static void block(CountDownLatch asked) {
        asked.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
