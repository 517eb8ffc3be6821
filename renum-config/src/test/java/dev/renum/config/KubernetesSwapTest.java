package dev.renum.config;

import static dev.renum.config.Desk.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.reload.Resources;
import dev.renum.config.report.Change;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.source.ProcessValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Swaps as Kubernetes makes them, each of which must be heard of once, and within 20 s even on a machine that builds something else too. */
final class KubernetesSwapTest {
    private static final int DESKS = 50;
    private static final int SWAPS = 20;

    /** {@code docs/benchmarks.md} has what more of them have shown. */
    private static final int SWAPS_OF_ONE = Integer.getInteger("renum.test.swaps", 20);

    /** A poll that comes too late, so that only notifications are in time. */
    private static final ProcessValues SELDOM = new ProcessValues(Map.of(), Map.of("renum.config.poll-interval", "1h"));

    @TempDir
    Path temporary;

    @Test
    void aNotificationTellsOfEverySwapOfOneDesk() throws Exception {
        Desk desk = new Desk(temporary).swap(lines(0));

        List<Long> nanos = swaps(desk, desk.builder().process(SELDOM), SWAPS_OF_ONE);

        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.println("swap to visible, ms: p50 " + percentile(sorted, 50) + ", p99 " + percentile(sorted, 99)
                + ", max " + percentile(sorted, 100));
    }

    /** A thousand, by many desks at the same time so that it does not take minutes. */
    @Test
    void everySwapIsSeenOnceWithoutLeavingAnythingBehind() throws Exception {
        Set<Thread> others = Resources.threads();
        List<Path> directories = new ArrayList<>();
        for (int i = 0; i < DESKS; i++) {
            directories.add(Files.createDirectory(temporary.resolve("desk" + i)));
        }
        swaps(directories.get(0), 2);
        long descriptors = Resources.descriptors();

        inParallel(directories);

        Resources.awaitOnly(others);
        assertThat(Resources.descriptors()).isLessThanOrEqualTo(descriptors + 2);
    }

    private static void inParallel(List<Path> directories) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(DESKS);
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (Path directory : directories) {
                all.add(executor.submit(() -> swaps(directory, SWAPS)));
            }
            for (Future<List<Long>> one : all) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Long> swaps(Path directory, int count) throws InterruptedException {
        Desk desk = new Desk(directory).swap(lines(0));
        return swaps(desk, desk.builder(), count);
    }

    /** How long each took until a listener heard of it. One more follows, before which the last would be heard again, if it were told twice. */
    private static List<Long> swaps(Desk desk, EnvironmentConfigManager.Builder builder, int count)
            throws InterruptedException {
        BlockingQueue<ConfigChange> heard = new LinkedBlockingQueue<>();
        List<Long> nanos = new ArrayList<>();
        try (EnvironmentConfigManager config = builder.watch(true).build()) {
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
