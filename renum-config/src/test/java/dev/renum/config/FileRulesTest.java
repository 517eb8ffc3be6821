package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Waived;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileRulesTest {
    @TempDir
    Path folder;

    private Path secrets;

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "permissions of POSIX");
        secrets = Files.createDirectory(folder.resolve("secrets"));
        allow(folder, "rwxr-xr-x");
        allow(secrets, "rwxr-xr-x");
    }

    @Test
    void findASecretThatEverybodyCanRead() throws IOException {
        file("app.db.password", "rw-r--r--");
        file("app.redis.password", "rw-r-----");

        assertThat(found("SEC-013", production(this::withSecrets))).containsExactly("app.db.password ERROR");
        assertThat(production(this::withSecrets).toString()).contains("in Kubernetes set defaultMode: 0400");
        assertThat(found("SEC-013", report(Environment.DEV, this::withSecrets)))
                .containsExactly("app.db.password WARNING");
    }

    @Test
    void areSilentIfNobodyGetsToTheFile() throws IOException {
        file("app.db.password", "rw-r--r--");
        allow(secrets, "rwxr-x---");

        assertThat(found("SEC-013", production(this::withSecrets))).isEmpty();
    }

    @Test
    void followTheLinksOfKubernetes() throws IOException {
        Path version = Files.createDirectory(secrets.resolve("..2030_01_31"));
        allow(version, "rwxr-xr-x");
        Files.createSymbolicLink(secrets.resolve("..data"), Path.of("..2030_01_31"));
        for (String key : List.of("app.db.password", "app.redis.password")) {
            Files.writeString(version.resolve(key), "kV3xq9Lw7TzR2mPd");
            Files.createSymbolicLink(secrets.resolve(key), Path.of("..data", key));
        }
        allow(version.resolve("app.db.password"), "rw-r--r--");
        allow(version.resolve("app.redis.password"), "r--r-----");

        assertThat(found("SEC-013", production(this::withSecrets))).containsExactly("app.db.password ERROR");
    }

    @Test
    void areSilencedByAWaiver() throws IOException {
        file("app.db.password", "rw-r--r--");
        Files.writeString(folder.resolve(".env"), "A=b");
        LocalDate day = LocalDate.of(2030, 1, 31);

        ConfigReport report = production(builder -> withSecrets(builder)
                .waive("SEC-013", "app.db.*", "a container", day)
                .waive("SEC-017", ".env", "a demonstration", day));

        assertThat(found("SEC-013", report)).isEmpty();
        assertThat(found("SEC-017", report)).isEmpty();
        assertThat(report.waived())
                .extracting(Waived::reason)
                .containsExactlyInAnyOrder("a container", "a demonstration");
    }

    @Test
    void findADevelopersFileInProduction() throws IOException {
        Files.writeString(folder.resolve(".env"), "A=b");

        assertThat(found("SEC-017", production(builder -> builder))).containsExactly(".env ERROR");
        assertThat(found("SEC-017", report(Environment.DEV, builder -> builder)))
                .isEmpty();
    }

    @Test
    void areSilentAboutProductionWithoutADevelopersFile() {
        assertThat(found("SEC-017", production(builder -> builder))).isEmpty();
    }

    private void file(String key, String permissions) throws IOException {
        Files.writeString(secrets.resolve(key), "kV3xq9Lw7TzR2mPd");
        allow(secrets.resolve(key), permissions);
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private EnvironmentConfigManager.Builder withSecrets(EnvironmentConfigManager.Builder builder) {
        return builder.secretsDirectory(secrets);
    }

    private ConfigReport production(UnaryOperator<EnvironmentConfigManager.Builder> more) {
        return report(Environment.PROD, more);
    }

    private ConfigReport report(Environment environment, UnaryOperator<EnvironmentConfigManager.Builder> more) {
        return new Candidates(folder)
                .process(new ProcessValues(Map.of(), Map.of("user.dir", folder.toString())))
                .report(environment, more);
    }

    private static List<String> found(String code, ConfigReport report) {
        return report.problems().stream()
                .map(Problem::finding)
                .filter(finding -> finding.code().equals(code))
                .map(finding -> finding.subject() + " " + finding.severity())
                .toList();
    }
}
