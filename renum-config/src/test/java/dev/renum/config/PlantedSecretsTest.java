package dev.renum.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigReport;
import dev.renum.core.health.HealthResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty-five configurations with twenty-two secrets each, and whatever the module says about them. */
final class PlantedSecretsTest {
    private static final List<String> KEYS = List.of(
            "key",
            "pin",
            "password",
            "passphrase",
            "api-token",
            "access-key",
            "home",
            "database",
            "note",
            "motto",
            "pause",
            "size",
            "limits.password",
            "limits.other",
            "headers.token",
            "headers.plain",
            "tokens",
            "talk");

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noOutputShowsASecret(long seed) throws Exception {
        Plants plants = new Plants(folder, seed);
        switch ((int) (seed % 3)) {
            case 0 -> usable(plants, "quiet");
            case 1 -> unusable(plants);
            default -> usable(plants, seed % 2 == 0 ? "gossip" : "throw");
        }

        listen(plants.builder(VaultSettings.class));

        assertThat(plants.secrets()).hasSize(22).doesNotHaveDuplicates();
        assertThat(said.toString()).contains("vault.key", "vault.password", "****");
        assertThat(plants.secrets().stream().filter(said.toString()::contains).map(this::around))
                .isEmpty();
    }

    @Test
    void noReloadShowsASecret() throws Exception {
        Plants before = new Plants(folder, 1);
        Plants after = alike(before, 2);
        Plants wrong = alike(before, 100);
        List<ConfigChange> heard = new CopyOnWriteArrayList<>();
        changing(before);

        try (RecordingLog log = new RecordingLog();
                EnvironmentConfigManager config =
                        before.builder(VaultSettings.class).watch(false).build()) {
            config.onChange(heard::add);
            changing(after);
            after.builder(VaultSettings.class);
            say(config.reload());
            say(config.status());
            changing(wrong);
            wrong.file("vault.pin", wrong.secret());
            wrong.builder(VaultSettings.class);
            say(config.reload());
            say(config.status());
            KEYS.forEach(key -> say(config.explain("vault." + key)));
            say(config.explain("vault"));
            await().until(() -> !heard.isEmpty());
            say(heard);
            log.lines("").forEach(this::say);
        }

        List<String> secrets = Stream.of(before, after, wrong)
                .flatMap(plants -> plants.secrets().stream())
                .toList();
        assertThat(secrets).hasSize(22).doesNotHaveDuplicates();
        assertThat(said.toString()).contains("Applied", "Rejected", "vault.password", "vault.database", "vault.pin");
        assertThat(secrets.stream().filter(said.toString()::contains).map(this::around))
                .isEmpty();
    }

    /** Secrets in files, some of which may change while the application runs. */
    private static void changing(Plants plants) {
        plants.file("vault.password", plants.secret());
        plants.file("vault.database", plants.shaped());
        plants.file("vault.passphrase", plants.secret());
        plants.file("vault.note", plants.token());
        plants.secretFile("vault.key", plants.secret());
        plants.secretFile("vault.motto", plants.secret());
        plants.own("vault.motto", plants.secret());
    }

    /** Others in files of the same format. */
    private Plants alike(Plants plants, long from) {
        return LongStream.iterate(from, seed -> seed + 1)
                .mapToObj(seed -> new Plants(folder, seed))
                .filter(other -> other.isYaml() == plants.isYaml())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wouldFindASecretThatIsShown() throws Exception {
        Plants plants = new Plants(folder, 0);
        plants.file("vault.note", plants.secret());

        listen(plants.builder(VaultSettings.class));

        assertThat(said.toString()).contains(plants.secrets());
    }

    /** Eleven settings, each with a value and with another that it hides. */
    private static void usable(Plants plants, String talk) {
        plants.shadowed("vault.key", plants.secret(), plants.secret());
        plants.shadowed("vault.pin", plants.number(), plants.number());
        plants.shadowed("vault.password", plants.secret(), plants.secret());
        plants.shadowed("vault.passphrase", plants.secret(), plants.secret());
        plants.shadowed("vault.api-token", plants.number(), plants.number());
        plants.shadowed(
                "vault.home", "https://ann:" + plants.secret() + "@example.org/", "https://" + plants.secret() + "@h/");
        plants.shadowed("vault.database", plants.shaped(), plants.shaped());
        plants.shadowed("vault.note", plants.token(), plants.token());
        plants.file("vault.headers.token", plants.secret());
        plants.file("vault.headers.plain", plants.shaped());
        plants.shadowed("vault.tokens", plants.secret(), plants.secret());
        plants.kept("vault.motto", plants.secret(), plants.secret());
        plants.file("vault.talk", talk);
    }

    /** Everything that can be wrong with a value, and with the place of one. */
    private static void unusable(Plants plants) {
        plants.file("vault.password", plants.secret());
        plants.file("vault.password", plants.secret());
        plants.anywhere("vault.pin", plants.secret());
        plants.anywhere("vault.api-token", plants.secret());
        plants.anywhere("vault.access-key", plants.number());
        plants.file("vault.pasword", plants.secret());
        plants.anywhere("vault.passphrse", plants.secret());
        plants.file("vault.key", plants.secret() + "${vault.nothing}");
        plants.anywhere("vault.home", "https://ann:" + plants.secret() + "@exam ple.org/");
        plants.file("vault.limits.password", plants.secret());
        plants.file("vault.limits.other", plants.shaped());
        plants.anywhere("vault.pause", plants.shaped());
        plants.anywhere("vault.size", plants.token());
        plants.anywhere("vault.talk", plants.token());
        plants.variable("VAULT_PASWORD", plants.secret());
        plants.variable("RENUM_NOTHING_TOKEN", plants.secret());
        plants.file("renum.nothing.password", plants.secret());
        plants.file("vault.tokens", plants.secret() + ",");
        plants.secretFile("vault.unknown", plants.secret());
        plants.file("vault.old-phrase", plants.secret());
        plants.kept("vault.motto", plants.secret(), plants.secret());
    }

    private void listen(EnvironmentConfigManager.Builder builder) throws Exception {
        try (RecordingLog log = new RecordingLog()) {
            started(builder);
            log.lines("").forEach(this::say);
        }
        run(builder, "check");
        run(builder, "check", "--format", "json");
        run(builder, "check", "--env", "all");
        run(builder, "check", "--env", "all", "--format", "json");
        run(builder, "diff", "dev", "prod");
        run(builder, "reference");
        ConfigValidator validator = ConfigValidator.of(builder);
        say(validator.validateAll());
        say(validator.validateRequiredSettings());
        say(validator.checkSecuritySettings());
    }

    private void started(EnvironmentConfigManager.Builder builder) throws Exception {
        try (EnvironmentConfigManager config = builder.build()) {
            say(config);
            say(config.current());
            config.current().warnings().forEach(this::say);
            say(config.applyEnvironmentOptimizations());
            say(config.applyEnvironmentOptimizations().lines());
            for (String key : KEYS) {
                say(config.explain("vault." + key));
                say(config.explain("vault." + key).shadowed());
            }
            say(config.explain("vault"));
            HealthResult result = config.checks().get(0).check().check();
            say(result);
        } catch (ConfigurationException e) {
            e.printStackTrace(new PrintWriter(said));
            report(e.report());
            KEYS.forEach(key -> run(builder, "explain", "vault." + key));
            run(builder, "explain", "vault");
        }
    }

    private void report(ConfigReport report) {
        say(report);
        say(report.toJson());
        say(report.problems());
    }

    private void run(EnvironmentConfigManager.Builder builder, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream console = new PrintStream(bytes, true, UTF_8)) {
            ConfigTool.run(builder, console, console, arguments);
        }
        say(String.join(" ", arguments) + "\n" + bytes.toString(UTF_8));
    }

    private void say(Object something) {
        said.append(String.valueOf(something)).append('\n');
    }

    /** Where a secret was shown, for the one who has to find out why. */
    private String around(String secret) {
        int at = said.toString().indexOf(secret);
        return said.toString().substring(Math.max(0, at - 200), at + secret.length() + 20);
    }
}
