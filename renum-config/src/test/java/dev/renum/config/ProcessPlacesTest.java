package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Excerpt;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessPlacesTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() throws IOException {
        host = new Host(Files.createDirectory(folder.resolve("class-path")), Tap.class);
    }

    @Test
    void readsTheDirectoryThatAVariableNames() throws IOException {
        host.variable("RENUM_CONFIG_DIRECTORY", directory("named", "4").toString());

        Tap tap = host.builder().directory(directory("of-code", "2")).build().get(Tap.class);

        assertThat(tap.litres()).isEqualTo(4);
    }

    @Test
    void prefersTheSystemProperty() throws IOException {
        host.variable("RENUM_CONFIG_DIRECTORY", directory("variable", "4").toString());
        host.properties.put("renum.config.directory", directory("property", "6").toString());

        assertThat(host.read(Tap.class).litres()).isEqualTo(6);
    }

    @Test
    void readsSecretsWhereAVariableSaysSo() throws IOException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("tap.litres"), "8");
        host.variable("RENUM_CONFIG_SECRETS_DIRECTORY", secrets.toString());

        assertThat(host.read(Tap.class).litres()).isEqualTo(8);
    }

    @Test
    void takesAVariableInWhateverSpelling() throws IOException {
        host.variable("renum_config_directory", directory("variable", "4").toString());

        assertThat(host.read(Tap.class).litres()).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNoPath() {
        host.properties.put("renum.config.directory", "a\0b");

        assertThat(host.report().toString()).contains("RNM-CFG-010", "renum.config.directory", "is not a path");
    }

    @Test
    void refusesABlankVariable() {
        host.variable("RENUM_CONFIG_DIRECTORY", " ");

        assertThat(host.report().toString()).contains("renum.config.directory is empty");
    }

    @Test
    void saysThatADirectoryIsNotThere() {
        host.variable("RENUM_CONFIG_DIRECTORY", folder.resolve("gone").toString());

        assertThat(host.report().toString()).contains("RNM-CFG-002", "gone");
    }

    @Test
    void warnsOfAFileThatNamesOne() {
        host.file("application.properties", "renum.config.directory=/etc/tap");

        assertThat(ProblemLines.of(host.warnings()))
                .containsExactly("RNM-CFG-024 renum.config.directory @ application.properties:1:24");
        assertThat(host.warnings().get(0).excerpt()).isEqualTo(Excerpt.ofValue("renum.config.directory=", "/etc/tap"));
    }

    private Path directory(String name, String litres) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        Files.writeString(directory.resolve("application.properties"), "tap.litres=" + litres);
        return directory;
    }

    @Settings(prefix = "tap")
    record Tap(@Default("1") int litres) {}
}
