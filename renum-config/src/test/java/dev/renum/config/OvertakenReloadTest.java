package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.config.source.ProcessValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change begins while the watcher is about to load the one before. */
final class OvertakenReloadTest {
    private static final Map<String, String> QUICK = Map.of("renum.config.poll-interval", "100ms");

    @TempDir
    Path directory;

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void takesNoPieceOfTheNextChange() {
        Desk desk = new Desk(directory).pair(1);
        EnvironmentConfigManager.Builder builder =
                desk.builder().process(() -> read(desk)).watch(true);
        try (EnvironmentConfigManager config = builder.build()) {
            await().until(() -> config.get(DeskSettings.class).right() == 3);

            assertThat(config.get(DeskSettings.class).left()).isEqualTo(3);
            assertThat(config.status().generation()).isEqualTo(2);
        }
    }

    /** The watcher finds the second pair, and finds it again; when that is to be loaded, it is the half of the third. */
    private ProcessValues read(Desk desk) {
        if (Thread.currentThread().getName().equals("renum-config-watch")) {
            switch (readings.incrementAndGet()) {
                case 1 -> desk.pair(2);
                case 3 -> desk.write("desk.left=3", "desk.right=2");
                case 5 -> desk.pair(3);
                default -> {}
            }
        }
        return new ProcessValues(Map.of(), QUICK);
    }
}
