package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigHealthTest {
    @TempDir
    Path directory;

    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @Test
    void isUpWithGenerationAndPending() throws Exception {
        try (EnvironmentConfigManager config =
                desk.write("desk.port=80").builder().build()) {
            desk.write("desk.port=81", "renum.cache.size=1");
            config.reload();

            HealthResult result = check(config);

            assertThat(result.status()).isEqualTo(HealthStatus.UP);
            assertThat(result.details())
                    .isEqualTo(Map.of("environment", "prod", "generation", "2", "warnings", "1", "pending", "1"));
        }
    }

    @Test
    void isDegradedAfterARejectionUntilTheGoodBytesAreBack() throws Exception {
        try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
            desk.write("desk.left=x", "desk.right=y");
            config.reload();
            HealthResult rejected = check(config);
            desk.pair(1);
            config.reload();

            HealthResult restored = check(config);

            assertThat(rejected.status()).isEqualTo(HealthStatus.DEGRADED);
            assertThat(rejected.code()).isEqualTo("RNM-CFG-040");
            assertThat(rejected.message()).contains("generation 1 stays", "RNM-CFG-010 desk.left", "2 in all");
            assertThat(restored.status()).isEqualTo(HealthStatus.UP);
        }
    }

    @Test
    void namesTheGenerationThatStayedWhileTheNextIsBeingCommitted() {
        List<String> messages = new CopyOnWriteArrayList<>();
        try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
            desk.write("desk.left=x");
            config.reload();
            config.reconfigure(
                    DeskSettings.class,
                    (running, next) -> () -> messages.add(config.status().generation() + ": "
                            + checked(config).message()));
            desk.pair(2);

            config.reload();

            assertThat(messages).singleElement().asString().startsWith("2: ").contains("generation 1 stays");
        }
    }

    @Test
    void isDisabledWithoutReloads() throws Exception {
        try (EnvironmentConfigManager config =
                desk.write("renum.config.enabled=false").builder().build()) {
            assertThat(check(config).status()).isEqualTo(HealthStatus.DISABLED);
        }
    }

    @Test
    void countsReloads() {
        try (EnvironmentConfigManager config =
                desk.write("desk.port=80").builder().build()) {
            desk.write("desk.port=81");
            config.reload();
            desk.write("desk.port=x");
            config.reload();

            Map<String, Double> figures = Figures.of(config);

            assertThat(figures)
                    .containsEntry("renum.config.generation", 2.0)
                    .containsEntry("renum.config.warnings", 0.0)
                    .containsEntry("renum.config.pending", 1.0)
                    .containsEntry("renum.config.reloads applied", 1.0)
                    .containsEntry("renum.config.reloads rejected", 1.0)
                    .containsEntry("renum.config.changes.dropped", 0.0)
                    .containsEntry("renum.config.undo.failures", 0.0);
        }
    }

    private static HealthResult checked(EnvironmentConfigManager config) {
        try {
            return check(config);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HealthResult check(EnvironmentConfigManager config) throws Exception {
        return config.checks().get(0).check().check();
    }
}
