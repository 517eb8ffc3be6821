package dev.renum.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Change;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups in a list that may not change while the application runs. */
final class PendingListTest {
    @TempDir
    Path folder;

    @Test
    void keepsElementsUntilARestartAndSaysSo() {
        Host host = new Host(folder, Pools.class).file("application.properties", "pools.of[0].size=1");
        try (EnvironmentConfigManager config = host.builder().build()) {
            host.file("application.properties", "pools.of[0].size=2");

            config.reload();

            assertThat(config.get(Pools.class).of()).containsExactly(new Pool(1));
            assertThat(config.status().pending()).extracting(Change::key).containsExactly("pools.of[0].size");
            assertThat(config.explain("pools.of[0].size").value()).isEqualTo("\"1\"");
        }
    }

    @Test
    void namesTheVariableThatSetsAnElement() {
        Host host = new Host(folder, Pools.class).variable("POOLS_OF_0__SIZE", "3");
        try (EnvironmentConfigManager config = host.builder().build()) {
            assertThat(config.get(Pools.class).of()).containsExactly(new Pool(3));
            assertThat(requireNonNull(config.explain("pools.of[0].size").setting())
                            .variable())
                    .isEqualTo("POOLS_OF_<NUMBER>__SIZE");
        }
    }

    @Settings(prefix = "pools")
    record Pools(List<Pool> of) {}

    record Pool(int size) {}
}
