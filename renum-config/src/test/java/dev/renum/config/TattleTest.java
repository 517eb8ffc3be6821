package dev.renum.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.report.Change;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ReloadResult;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Prepared;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, listeners, participants and defaults that tell secrets; each test names what shows that they were heard. */
final class TattleTest {
    @TempDir
    private Path folder;

    @Test
    void noRuleOfTheHostTellsASecret() {
        Plants plants = new Plants(folder, 1);
        String password = plants.secret();
        plants.file("tattle.password", password);

        ConfigReport report = refused(plants.builder(TattleSettings.class)
                .rule(config -> List.of(new Finding("HOST-001", Severity.ERROR, password, password, password)))
                .rule(config -> {
                    throw new IllegalStateException("cannot judge " + password);
                }));

        assertKept(plants, report + report.toJson() + report.problems(), "HOST-001", "cannot judge ****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "fail"})
    void noRuleOfASectionTellsASecret(String mode) {
        Plants plants = new Plants(folder, 2);
        plants.file("tattle.password", plants.secret());
        plants.file("tattle.mode", mode);

        String said = run(plants, "check") + run(plants, "check", "--format", "json");

        assertKept(plants, said, mode.equals("name") ? "tattle.****" : "cannot judge ****");
    }

    @Test
    void noGeneralRuleTellsWhatIsKeptAmongTheSecrets() {
        Plants plants = new Plants(folder, 3);
        plants.secretFile("tattle.home", "http://" + plants.secret() + ".example.org/");

        ConfigReport report = refused(plants.builder(TattleSettings.class).environment(Environment.PROD));

        assertKept(plants, report + report.toJson(), "tattle.home", "**** is an example");
    }

    @Test
    void noDefaultTellsASecret() {
        Plants plants = new Plants(folder, 4);

        String said = Stream.of("dev", "test", "prod")
                        .map(environment -> run(plants, "check", "--env", environment))
                        .toList()
                + run(plants, "reference");
        try (EnvironmentConfigManager config =
                plants.builder(TattleSettings.class).build()) {
            said += config.applyEnvironmentOptimizations();
        }

        assertKept(plants, said, "out of range", "for token=****", "signing-key", "APPLIED");
    }

    @Test
    void noParticipantOrListenerTellsASecret() {
        Plants plants = new Plants(folder, 5);
        String former = plants.secret();
        String next = plants.secret();
        plants.secretFile("tattle.password", former);
        plants.secretFile("tattle.home", plants.secret());

        try (RecordingLog log = new RecordingLog();
                EnvironmentConfigManager config =
                        plants.builder(TattleSettings.class).build()) {
            plants.secretFile("tattle.password", next);
            plants.secretFile("tattle.home", plants.secret());
            config.onChange(change -> {
                throw new IllegalStateException("heard of " + next + " after " + former);
            });
            ReloadResult applied = config.reload();
            await().until(() -> !log.lines("heard of").isEmpty());
            config.reconfigure(TattleSettings.class, (running, wanted) -> new Stubborn(former, next));
            config.reconfigure(TattleSettings.class, (running, wanted) -> {
                throw new IllegalStateException("cannot take " + former + " for " + next);
            });
            plants.secretFile("tattle.password", former);
            ReloadResult rejected = config.reload();

            assertKept(
                    plants,
                    applied + " " + rejected + config.status() + log.lines(""),
                    "cannot take **** for ****",
                    "cannot leave **** for ****",
                    "heard of **** after ****");
        }
    }

    @Test
    void noMixOfOldAndNewTellsASecret() {
        Plants plants = new Plants(folder, 6);
        setPasswords(plants, plants.secret());
        plants.file("tattle.mode", "mix");

        try (EnvironmentConfigManager config =
                plants.builder(TattleSettings.class).build()) {
            setPasswords(plants, plants.secret());
            ReloadResult rejected = config.reload();

            assertKept(plants, rejected + " " + config.status(), "Rejected", "two passwords, **** and ****");
        }
    }

    private static void setPasswords(Plants plants, String password) {
        plants.secretFile("tattle.password", password);
        plants.secretFile("tattle.pass", password);
    }

    @Test
    void noChangeShowsWhatIsSecretFromNowOn() {
        Plants plants = new Plants(folder, 7);
        plants.file("tattle.home", plants.secret());

        try (RecordingLog log = new RecordingLog();
                EnvironmentConfigManager config =
                        plants.builder(TattleSettings.class).build()) {
            plants.secretFile("tattle.home", plants.secret());
            List<ConfigChange> heard = new CopyOnWriteArrayList<>();
            config.onChange(heard::add);
            ReloadResult applied = config.reload();
            await().until(() -> !heard.isEmpty());
            Change change = heard.get(0).changes().get(0);

            assertKept(
                    plants,
                    applied + " " + change.before() + " " + change.after() + config.status() + log.lines(""),
                    "tattle.home changed",
                    "**** ****");
        }
    }

    private static ConfigReport refused(EnvironmentConfigManager.Builder builder) {
        return catchThrowableOfType(ConfigurationException.class, builder::build)
                .report();
    }

    private static String run(Plants plants, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream console = new PrintStream(bytes, true, UTF_8)) {
            ConfigTool.run(plants.builder(TattleSettings.class), console, console, arguments);
        }
        return bytes.toString(UTF_8);
    }

    private static void assertKept(Plants plants, String said, String... heard) {
        List<String> secrets = Stream.concat(plants.secrets().stream(), TattleSettings.IN_CODE.stream())
                .toList();

        assertThat(said).contains(heard).doesNotContain(secrets);
    }

    /** Cannot let go of what it has prepared. */
    private record Stubborn(String former, String next) implements Prepared {
        @Override
        public void commit() {}

        @Override
        public void discard() {
            throw new IllegalStateException("cannot leave " + next + " for " + former);
        }
    }
}
