package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.config.report.ReloadResult.Unchanged;
import dev.renum.core.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is gone may come back; one that a new version of a whole directory has no more is meant to be gone. */
final class VanishedFilesTest {
    private static final String TOKEN = "the-token-8fQ2xV7m";
    private static final String OTHER_TOKEN = "another-token-8fQ2xV7m";

    @TempDir
    Path directory;

    @TempDir
    Path secrets;

    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory).pair(1);
    }

    @Test
    void missesTheFilesOfADirectoryAmongTheSecrets() throws IOException {
        Files.writeString(Files.createDirectory(secrets.resolve("desk")).resolve("token"), TOKEN);
        try (EnvironmentConfigManager config = builder().build()) {
            Files.delete(secrets.resolve("desk").resolve("token"));
            Files.delete(secrets.resolve("desk"));

            ReloadResult result = config.reload();

            assertThat(problems(result)).containsExactly("RNM-CFG-041 desk.token");
            assertThat(config.get(DeskSettings.class).token()).isNotNull();
        }
    }

    @Test
    void missesTheFilesOfADirectoryOfTheClassPath(@TempDir Path temporary) throws IOException {
        Path classes = Files.createDirectory(temporary.resolve("classes"));
        ClassPath classPath = new ClassPath(classes).file("application-prod.properties", "desk.drawers.top=7");
        try (EnvironmentConfigManager config =
                builder().classLoader(classPath.loader()).build()) {
            Files.delete(classes.resolve("application-prod.properties"));
            Files.delete(classes);

            ReloadResult result = config.reload();

            assertThat(problems(result)).containsExactly("RNM-CFG-041 ");
            assertThat(config.get(DeskSettings.class).drawers()).containsEntry("top", 7);
        }
    }

    @Test
    void namesOnlyTheDirectoryOfTheSecretsIfItIsGone() throws IOException {
        Path mounted = Files.createDirectory(secrets.resolve("mounted"));
        Files.writeString(mounted.resolve("desk.token"), TOKEN);
        try (EnvironmentConfigManager config =
                desk.builder().secretsDirectory(mounted).build()) {
            Files.delete(mounted.resolve("desk.token"));
            Files.delete(mounted);

            ReloadResult result = config.reload();

            assertThat(problems(result)).containsExactly("RNM-CFG-002 ");
        }
    }

    @Test
    void doesNotMissASecretThatANewVersionHasNoMore() throws IOException {
        swap(Map.of("desk.token", TOKEN, "desk.password", TOKEN));
        try (EnvironmentConfigManager config = builder().build()) {
            swap(Map.of("desk.password", TOKEN));

            ReloadResult result = config.reload();

            assertThat(result).isInstanceOf(Applied.class);
            assertThat(config.get(DeskSettings.class).token()).isNull();
        }
    }

    @Test
    void missesTheFilesOfAVersionThatIsTakenAway() throws IOException {
        swap(Map.of("desk.token", TOKEN));
        try (EnvironmentConfigManager config = builder().build()) {
            Files.delete(secrets.resolve("..data"));
            Files.delete(secrets.resolve("desk.token"));

            ReloadResult result = config.reload();

            assertThat(problems(result)).containsExactly("RNM-CFG-041 desk.token");
        }
    }

    @Test
    void missesALinkOfTheVersionThatCountsWhicheverWasReadFirst() throws IOException {
        swap(Map.of("desk.token", TOKEN));
        try (EnvironmentConfigManager config = builder().build()) {
            swap(Map.of("desk.token", TOKEN));
            ReloadResult same = config.reload();
            Files.delete(secrets.resolve("desk.token"));
            Files.delete(secrets.resolve("..data").resolve("desk.token"));

            ReloadResult result = config.reload();

            assertThat(same).isEqualTo(new Unchanged());
            assertThat(problems(result)).containsExactly("RNM-CFG-041 desk.token");
        }
    }

    @Test
    void takesNoCopyInAVersionForAFileThatIsGone() throws IOException {
        swap(Map.of("desk.token", TOKEN));
        Files.delete(secrets.resolve("desk.token"));
        Files.writeString(secrets.resolve("desk.token"), OTHER_TOKEN);
        try (EnvironmentConfigManager config = builder().build()) {
            Files.delete(secrets.resolve("desk.token"));

            ReloadResult result = config.reload();

            assertThat(problems(result)).containsExactly("RNM-CFG-041 desk.token");
            assertThat(config.get(DeskSettings.class).token()).isEqualTo(Secret.of(OTHER_TOKEN));
        }
    }

    @Test
    void takesAFileOfAVersionWhoseLinkIsStillToCome() throws IOException {
        swap(Map.of("desk.password", TOKEN));
        try (EnvironmentConfigManager config = builder().build()) {
            swap(Map.of("desk.password", TOKEN, "desk.token", TOKEN));
            Files.delete(secrets.resolve("desk.token"));
            ReloadResult before = config.reload();
            Files.createSymbolicLink(secrets.resolve("desk.token"), Path.of("..data", "desk.token"));

            ReloadResult after = config.reload();

            assertThat(before).isInstanceOf(Applied.class);
            assertThat(after).isEqualTo(new Unchanged());
            assertThat(config.get(DeskSettings.class).token()).isNotNull();
        }
    }

    private EnvironmentConfigManager.Builder builder() {
        return desk.builder().secretsDirectory(secrets);
    }

    /** As Kubernetes does: a new version of everything, the link to it replaced, then the links of files that are new or gone. */
    private void swap(Map<String, String> files) throws IOException {
        Path version = Files.createTempDirectory(secrets, "..version");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(version.resolve(file.getKey()), file.getValue());
        }
        Files.deleteIfExists(secrets.resolve("..data"));
        Files.createSymbolicLink(secrets.resolve("..data"), version.getFileName());
        try (Stream<Path> links = Files.list(secrets)) {
            for (Path link : links.filter(it -> !it.getFileName().toString().startsWith(".."))
                    .toList()) {
                Files.delete(link);
            }
        }
        for (String file : files.keySet()) {
            Files.createSymbolicLink(secrets.resolve(file), Path.of("..data", file));
        }
    }

    private static List<String> problems(ReloadResult result) {
        return ((Rejected) result)
                .report().problems().stream()
                        .map(problem -> problem.finding().code() + " " + problem.key())
                        .toList();
    }
}
