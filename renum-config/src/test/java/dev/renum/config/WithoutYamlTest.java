package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a class path without the YAML engine. */
@Tag("without-yaml")
final class WithoutYamlTest {
    @TempDir
    Path folder;

    @Test
    void hasNoEngine() {
        assertThatThrownBy(() -> Class.forName("org.snakeyaml.engine.v2.api.LoadSettings"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void readsProperties() {
        new ClassPath(folder).file("application.properties", "small.port=80");

        assertThat(builder().build().get(Small.class)).isEqualTo(new Small(80));
    }

    @Test
    void namesTheCoordinatesThatAYamlFileNeeds() {
        new ClassPath(folder).file("application.yaml", "small: {port: 80}");

        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class, () -> builder().build());

        assertThat(e.report().problems().get(0).finding().code()).isEqualTo("RNM-CFG-005");
        assertThat(e).hasMessageContaining("org.snakeyaml:snakeyaml-engine");
    }

    @Test
    void rejectsAYamlFileThatAppears() {
        new ClassPath(folder).file("application.properties", "small.port=80");
        try (EnvironmentConfigManager config = builder().build()) {
            new ClassPath(folder).file("application-dev.yaml", "small: {port: 81}");

            ReloadResult result = config.reload();

            assertThat(result).isInstanceOf(Rejected.class).asString().contains("RNM-CFG-005");
        }
    }

    @Settings(prefix = "small")
    record Small(int port) {}

    private EnvironmentConfigManager.Builder builder() {
        return EnvironmentConfigManager.builder()
                .environment(Environment.DEV)
                .sections(Small.class)
                .classLoader(new ClassPath(folder).loader())
                .process(new ProcessValues(Map.of(), Map.of()));
    }
}
