package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.RemovedKey;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingKeysTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Renamed.class);
    }

    @Nested
    final class FormerKeys {
        @Test
        void countWithAWarning() {
            host.file(
                    "application.yaml",
                    "shop:",
                    "  max-size: 7",
                    "  post:",
                    "    server: a",
                    "  nodes:",
                    "    - name: b");

            Renamed read = host.read(Renamed.class);

            assertThat(read.maximumSize()).isEqualTo(7);
            assertThat(read.mail()).isEqualTo(new Mail("a"));
            assertThat(read.nodes()).containsExactly(new Node("b"));
            assertThat(ProblemLines.of(host.warnings()))
                    .containsExactly(
                            "RNM-CFG-021 shop.max-size @ application.yaml:2:3",
                            "RNM-CFG-021 shop.post.server @ application.yaml:4:5",
                            "RNM-CFG-021 shop.nodes[0].name @ application.yaml:6:7");
            assertThat(host.warnings().get(0).suggestions()).containsExactly("shop.maximum-size");
        }

        @Test
        void countInVariables() {
            host.variable("SHOP_MAX_SIZE", "8").variable("SHOP_POST_HOST", "a");

            Renamed read = host.read(Renamed.class);

            assertThat(read.maximumSize()).isEqualTo(8);
            assertThat(read.mail()).isEqualTo(new Mail("a"));
            assertThat(host.warnings())
                    .extracting(problem -> problem.finding().subject() + " " + problem.suggestions())
                    .containsExactly("SHOP_MAX_SIZE [SHOP_MAXIMUM_SIZE]", "SHOP_POST_HOST [SHOP_MAIL_HOST]");
        }

        @Test
        void pointAtTheirOwnLineWhenTheValueIsWrong() {
            host.file("application.properties", "shop.max-size = many");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly(
                            "RNM-CFG-010 shop.maximum-size @ application.properties:1:17",
                            "RNM-CFG-021 shop.max-size @ application.properties:1:1");
        }

        @Test
        void areAnErrorBesideTheNameOfToday() {
            host.file("application.properties", "shop.max-size=1");
            host.variable("SHOP_MAXIMUM_SIZE", "2");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly("RNM-CFG-022 shop.max-size @ application.properties:1:1");
        }
    }

    @Test
    void warnsOfKeysOfRenumByWhatToDoAboutThem() {
        host.file(
                "application.properties", "renum.healht.interval=1s", "renum.environment=prod", "renum.health.on=true");

        assertThat(ProblemLines.of(host.warnings()))
                .containsExactly(
                        "RNM-CFG-024 renum.healht.interval @ application.properties:1:1",
                        "RNM-CFG-024 renum.environment @ application.properties:2:1",
                        "RNM-CFG-015 renum.health.on @ application.properties:3:1");
        assertThat(host.warnings().get(0).suggestions()).containsExactly("renum.health.interval");
    }

    @Test
    void saysWhatToDoInsteadOfARemovedKey() {
        host.file("application.properties", "shop.turbo=true", "shop.mail.host=a", "shop.mail.tls.on=true");
        host.variable("SHOP_TURBO", "true");

        List<Problem> problems = host.report().problems();

        assertThat(ProblemLines.of(problems))
                .containsExactly(
                        "RNM-CFG-023 shop.turbo @ application.properties:1:1",
                        "RNM-CFG-023 shop.mail.tls.on @ application.properties:3:1",
                        "RNM-CFG-023 SHOP_TURBO @ SHOP_TURBO");
        assertThat(problems)
                .extracting(problem -> problem.finding().cure())
                .containsExactly("set threads", "use a server with TLS", "set threads");
    }

    @Test
    void pointsFromAMissingKeyToItsNearestParent() {
        host.file("application.yaml", "other: 1", "shop:", "  mail:", "    hots: x");

        assertThat(ProblemLines.of(host.report().problems()))
                .containsExactly("RNM-CFG-013 shop.mail.hots @ application.yaml:4:5");

        host.file("application.yaml", "other: 1", "shop:", "  mail: {}", "  max-size: 1", "  nodes: [{}]");

        assertThat(ProblemLines.of(host.report().problems()))
                .containsExactly(
                        "RNM-CFG-012 shop.nodes[0].label @ application.yaml:5:11",
                        "RNM-CFG-021 shop.max-size @ application.yaml:4:3");
    }

    @Test
    void namesTheModuleOfAKeyOrTheOneThatWasMeant() {
        host.file(
                "application.properties",
                "renum.monitoring.port=1",
                "renum.heath.stale-after=1s",
                "renum.confg.log-level=INFO",
                "renum.zzzzzz=1");

        assertThat(host.warnings())
                .extracting(problem -> problem.finding().subject() + " " + problem.suggestions())
                .containsExactly(
                        "renum.monitoring.port []",
                        "renum.heath.stale-after [renum.health.stale-after]",
                        "renum.confg.log-level [renum.config.log-level]",
                        "renum.zzzzzz []");
        assertThat(host.warnings().get(0).finding().message()).contains("renum-monitoring");
    }

    @Test
    void readsTheHostsOwnLayersLast() {
        host.variable("SHOP_MAXIMUM_SIZE", "1");
        host.properties.put("shop.maximum-size", "2");
        ConfigLayer defaults =
                new ConfigLayer("tenant", Map.of("shop.maximum-size", "3", "shop.key", "a$$b-kV3xq9Lw7Tz"));
        ConfigLayer options = new ConfigLayer("command line", Map.of("shop.maximum-size", "x"));

        Renamed read = host.builder().source(defaults).build().get(Renamed.class);
        List<Problem> problems = problemsOf(host.builder().source(defaults).source(options));

        assertThat(read.maximumSize()).isEqualTo(3);
        assertThat(read.key()).isEqualTo(Secret.of("a$$b-kV3xq9Lw7Tz"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.origin()).hasToString("command line:shop.maximum-size");
            assertThat(problem.shadowed())
                    .extracting(Origin::toString)
                    .containsExactly("tenant:shop.maximum-size", "-Dshop.maximum-size", "SHOP_MAXIMUM_SIZE");
        });
    }

    @Test
    void readsSecretsAndMasksThemWhateverTheirKey() throws IOException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("shop.key"), "s3cr3t-kV3xq9Lw\n");
        Files.writeString(secrets.resolve("shop.maximum-size"), "hunter2\n");
        Files.write(secrets.resolve("keystore.p12"), new byte[] {(byte) 0xFE, 0});
        Files.write(secrets.resolve("shop.mail.host"), new byte[] {(byte) 0xFE, 0});

        List<Problem> problems = problemsOf(host.builder().secretsDirectory(secrets));

        assertThat(ProblemLines.of(problems))
                .containsExactly(
                        "RNM-CFG-003 shop.mail.host @ secrets/shop.mail.host",
                        "RNM-CFG-010 shop.maximum-size @ secrets/shop.maximum-size");
        assertThat(problems.toString()).doesNotContain("hunter2").contains("****");

        Files.delete(secrets.resolve("shop.maximum-size"));
        Files.delete(secrets.resolve("shop.mail.host"));

        assertThat(host.builder()
                        .secretsDirectory(secrets)
                        .build()
                        .get(Renamed.class)
                        .key())
                .isEqualTo(Secret.of("s3cr3t-kV3xq9Lw"));
    }

    @Test
    void readsADevelopersVariables() throws IOException {
        Files.writeString(
                folder.resolve(".env"), "SHOP_MAXIMUM_SIZE=4\nSHOP_MAXIMUM_SISE=5\nSHOP_KEY='a # b-kV3xq9Lw7Tz'\n");
        EnvironmentConfigManager config = host.builder().directory(folder).build();

        assertThat(config.get(Renamed.class).maximumSize()).isEqualTo(4);
        assertThat(config.get(Renamed.class).key()).isEqualTo(Secret.of("a # b-kV3xq9Lw7Tz"));
        assertThat(ProblemLines.of(config.current().warnings()))
                .containsExactly("RNM-CFG-014 SHOP_MAXIMUM_SISE @ .env:2:1");

        host.variable("SHOP_MAXIMUM_SIZE", "6");

        assertThat(host.builder().directory(folder).build().get(Renamed.class).maximumSize())
                .isEqualTo(6);
    }

    @Test
    void quotesNoPartOfASecret() {
        Host secrets = new Host(folder, Secrets.class)
                .file("application.properties", "shop.pause=1h hunter", "shop.level=hunter", "shop.size=1hunter");

        ConfigReport report = secrets.report();

        assertThat(report.problems())
                .hasSize(3)
                .allMatch(problem -> problem.suggestions().isEmpty());
        assertThat(report + report.toJson() + report.problems()).doesNotContain("hunter");
    }

    private static List<Problem> problemsOf(EnvironmentConfigManager.Builder builder) {
        return catchThrowableOfType(ConfigurationException.class, builder::build)
                .report()
                .problems();
    }

    @Settings(prefix = "shop")
    record Secrets(Secret<Duration> pause, Secret<LogLevel> level, Secret<DataSize> size) {}

    @Settings(prefix = "shop")
    @RemovedKey(value = "turbo", instead = "set threads")
    record Renamed(
            @FormerKey("max-size") @Default("1") int maximumSize,
            @FormerKey({"post", "letter"}) @Nullable Mail mail,
            @Default("") List<Node> nodes,
            @Nullable Secret<String> key) {}

    @RemovedKey(value = "tls", instead = "use a server with TLS")
    record Mail(@FormerKey("server") String host) {}

    record Node(@FormerKey("name") String label) {}
}
