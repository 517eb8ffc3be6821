package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.config.source.ProcessValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change comes in two steps, and the watcher reads after the first. How long it then waits for the second is a matter of {@code WatcherTest}. */
final class UnfinishedChangeTest {
    private static final Map<String, String> QUICK = Map.of("renum.config.poll-interval", "100ms");

    @TempDir
    Path directory;

    private final AtomicInteger readings = new AtomicInteger();
    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory).pair(1);
    }

    /** The first piece would be rejected. */
    @Test
    void rejectsNoPieceOfAFile() {
        try (EnvironmentConfigManager config =
                watching(() -> desk.write("desk.left=2", "desk.ri"), () -> desk.pair(2))) {
            await().until(() -> config.get(DeskSettings.class).right() == 2);

            assertThat(config.status().generation()).isEqualTo(2);
            assertThat(Figures.of(config)).containsEntry("renum.config.reloads rejected", 0.0);
        }
    }

    /** One key is in each; the first alone would be a generation. */
    @Test
    void appliesNoneOfTwoFilesWithoutTheOther() {
        desk.write("desk.left=1");
        second(1);
        try (EnvironmentConfigManager config = watching(() -> desk.write("desk.left=2"), () -> second(2))) {
            await().until(() -> config.get(DeskSettings.class).right() == 2);

            assertThat(config.get(DeskSettings.class).left()).isEqualTo(2);
            assertThat(config.status().generation()).isEqualTo(2);
        }
    }

    private void second(int number) {
        desk.run(() -> Files.writeString(directory.resolve("application-prod.properties"), "desk.right=" + number));
    }

    /** Each step comes just before a reading of the watcher. */
    private EnvironmentConfigManager watching(Runnable first, Runnable second) {
        return desk.builder()
                .process(() -> {
                    if (Thread.currentThread().getName().equals("renum-config-watch")) {
                        switch (readings.incrementAndGet()) {
                            case 1 -> first.run();
                            case 2 -> second.run();
                            default -> {}
                        }
                    }
                    return new ProcessValues(Map.of(), QUICK);
                })
                .watch(true)
                .build();
    }
}
