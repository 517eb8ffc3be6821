package dev.renum.config;

import static dev.renum.config.Desk.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.reload.Resources;
import dev.renum.config.report.Change;
import dev.renum.config.report.ConfigChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand swaps, by many desks at the same time so that it does not take minutes; {@code -Drenum.test.desks=1} takes its time. */
final class KubernetesSwapTest {
    private static final int DESKS = Integer.getInteger("renum.test.desks", 50);
    private static final int SWAPS = 1_000 / DESKS;

    /** One desk has the goal; many at the same time, on a machine that builds something else too, only show that nothing gets stuck. */
    private static final long LIMIT_MILLIS = DESKS == 1 ? 500 : 20_000;

    @TempDir
    Path temporary;

    @Test
    void everySwapIsSeenOnceAndSoonWithoutLeavingAnythingBehind() throws Exception {
        Set<Thread> others = Resources.threads();
        List<Path> directories = new ArrayList<>();
        for (int i = 0; i < DESKS; i++) {
            directories.add(Files.createDirectory(temporary.resolve("desk" + i)));
        }
        swaps(directories.get(0), 2);
        long descriptors = Resources.descriptors();

        List<Long> nanos = inParallel(directories);

        Resources.awaitOnly(others);
        assertThat(Resources.descriptors()).isLessThanOrEqualTo(descriptors + 2);
        assertThat(nanos).hasSize(DESKS * SWAPS);
        assertThat(percentile(nanos, 99)).as("99th percentile, ms").isLessThan(LIMIT_MILLIS);
        System.out.println("swap to visible, ms: p50 " + percentile(nanos, 50) + ", p99 " + percentile(nanos, 99)
                + ", max " + percentile(nanos, 100));
    }

    private static List<Long> inParallel(List<Path> directories) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(DESKS);
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (Path directory : directories) {
                all.add(executor.submit(() -> swaps(directory, SWAPS)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                nanos.addAll(one.get());
            }
            return nanos.stream().sorted().toList();
        } finally {
            executor.shutdownNow();
        }
    }

    /** How long each took until a listener heard of it. One more follows, before which the last would be heard again, if it were told twice. */
    private static List<Long> swaps(Path directory, int count) throws InterruptedException {
        Desk desk = new Desk(directory).swap(lines(0));
        BlockingQueue<ConfigChange> heard = new LinkedBlockingQueue<>();
        List<Long> nanos = new ArrayList<>();
        try (EnvironmentConfigManager config = desk.builder().watch(true).build()) {
            config.onChange(heard::add);
            for (int i = 1; i <= count + 1; i++) {
                long begin = System.nanoTime();
                desk.swap(lines(i));
                ConfigChange change = heard.poll(20, TimeUnit.SECONDS);
                nanos.add(System.nanoTime() - begin);
                assertThat(change).isEqualTo(expected(i));
                assertThat(config.get(DeskSettings.class).left()).isEqualTo(i);
            }
        }
        return nanos.subList(0, count);
    }

    private static ConfigChange expected(int number) {
        String before = "\"" + (number - 1) + "\"";
        String after = "\"" + number + "\"";
        return new ConfigChange(
                number + 1,
                Stream.of("desk.left", "desk.right")
                        .map(key -> new Change(key, before, after, false, false))
                        .toList());
    }

    private static long percentile(List<Long> sorted, int percent) {
        int index = Math.max(0, (sorted.size() * percent + 99) / 100 - 1);
        return Duration.ofNanos(sorted.get(index)).toMillis();
    }
}
