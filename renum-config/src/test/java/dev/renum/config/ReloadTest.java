package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.report.Change;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigStatus;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.config.report.ReloadResult.Unchanged;
import dev.renum.config.source.ProcessValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadTest {
    @TempDir
    Path directory;

    private final RecordingLog log = new RecordingLog();
    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @AfterEach
    void tearDown() {
        log.close();
    }

    @Nested
    final class Changes {
        @Test
        void putsChangedValuesInForce() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                Supplier<DeskSettings> live = config.live(DeskSettings.class);
                desk.pair(2);

                ReloadResult result = config.reload();

                assertThat(changes(result)).containsExactly("desk.left: \"1\" -> \"2\"", "desk.right: \"1\" -> \"2\"");
                assertThat(config.get(DeskSettings.class).left()).isEqualTo(2);
                assertThat(live.get()).isSameAs(config.get(DeskSettings.class));
                assertThat(config.live(DeskSettings.class)).isSameAs(live);
                assertThat(config.status().generation()).isEqualTo(2);
                assertThat(config.status().lastReload()).isSameAs(result);
            }
        }

        @Test
        void hidesAVariableWhoseKeySomebodyKeepsAmongTheSecrets(@TempDir Path secrets) {
            Map<String, String> variables = new HashMap<>(Map.of("DESK_LEFT", "4711"));
            EnvironmentConfigManager.Builder builder =
                    desk.write("desk.right=1").builder().secretsDirectory(secrets);
            desk.run(() -> Files.writeString(secrets.resolve("desk.left"), "1"));
            try (EnvironmentConfigManager config = builder.process(
                            () -> new ProcessValues(Map.copyOf(variables), Map.of()))
                    .build()) {
                variables.put("DESK_LEFT", "4712");

                ReloadResult result = config.reload();

                assertThat(changes(result)).containsExactly("desk.left changed");
                assertThat(config.get(DeskSettings.class).left()).isEqualTo(4712);
            }
        }

        @Test
        void forgetsARemovedKey() {
            desk.write("desk.left=1", "desk.drawers.top=1", "desk.drawers.low=2");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write("desk.drawers.low=2");

                ReloadResult result = config.reload();

                assertThat(changes(result))
                        .containsExactly("desk.drawers.top: \"1\" -> nothing", "desk.left: \"1\" -> \"0\"");
                assertThat(config.get(DeskSettings.class).drawers()).isEqualTo(Map.of("low", 2));
                assertThat(config.get(DeskSettings.class).left()).isZero();
            }
        }

        @Test
        void showsWhatAReferenceHasChanged() {
            desk.write("shade=red", "desk.lamp.color=deep ${shade}", "desk.spare.color=deep ${shade}");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write("shade=blue", "desk.lamp.color=deep ${shade}", "desk.spare.color=light ${shade}");

                ReloadResult result = config.reload();

                assertThat(changes(result))
                        .containsExactly(
                                "desk.lamp.color: \"deep red\" -> \"deep blue\" (waits for a restart)",
                                "desk.spare.color: \"deep ${shade}\" -> \"light ${shade}\"");
                assertThat(config.explain("desk.lamp.color").toString()).contains("\"deep red\"", "\"deep blue\"");
            }
        }

        @Test
        void hidesWhatAReferenceToASecretHasChanged() {
            desk.write("desk.token=first-token-8fQ2", "desk.spare.color=deep ${desk.token}");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write("desk.token=second-token-8fQ2", "desk.spare.color=deep ${desk.token}");

                ReloadResult result = config.reload();

                assertThat(changes(result)).containsExactly("desk.spare.color changed", "desk.token changed");
                assertThat(result.toString() + config.status()).doesNotContain("first-", "second-");
            }
        }

        @Test
        void tellsOfASecretOnlyThatItHasChanged() {
            desk.write("desk.token=first-token-8fQ2", "desk.password=first-password-8fQ2");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write("desk.token=second-token-8fQ2", "desk.password=second-password-8fQ2");

                ReloadResult result = config.reload();

                assertThat(changes(result))
                        .containsExactly("desk.password changed (waits for a restart)", "desk.token changed");
                assertThat(result.toString() + config.status() + log.lines("")).doesNotContain("first-", "second-");
            }
        }

        @Test
        void takesAnotherTextOfTheSameValueForUnchanged() {
            try (EnvironmentConfigManager config =
                    desk.write("desk.left=1").builder().build()) {
                DeskSettings before = config.get(DeskSettings.class);

                desk.write("# with a comment", "desk.left = 0_1");

                ReloadResult result = config.reload();

                assertThat(result).isEqualTo(new Unchanged());
                assertThat(config.get(DeskSettings.class)).isSameAs(before);
                assertThat(config.status().generation()).isEqualTo(1);
            }
        }

        @Test
        void saysNothingIfNothingHasChanged() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                ReloadResult result = config.reload();

                assertThat(result).isEqualTo(new Unchanged());
                assertThat(log.lines("")).isEmpty();
            }
        }

        @Test
        void logsOneLineForAChange() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.write("desk.left=2", "desk.right=1", "desk.port=81");

                config.reload();

                assertThat(log.lines(""))
                        .singleElement()
                        .asString()
                        .contains(
                                "INFO",
                                "configuration reloaded",
                                "generation=2",
                                "desk.left: \"1\" -> \"2\"",
                                "pending=1");
            }
        }

        @Test
        void logsWarningsThatAreNew() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.write("desk.left=1", "desk.right=1", "renum.cache.size=1");

                ReloadResult result = config.reload();

                assertThat(result).isEqualTo(new Unchanged());
                assertThat(log.lines("renum.cache.size")).hasSize(1);
                assertThat(config.status().problems()).hasSize(1);
            }
        }

        @Test
        void logsAWarningOnceForAllTheChangesThatKeepIt() {
            try (EnvironmentConfigManager config =
                    desk.write("desk.left=1", "renum.cache.size=1").builder().build()) {
                desk.write("desk.left=2", "renum.cache.size=1");

                ReloadResult result = config.reload();

                assertThat(result).isInstanceOf(Applied.class);
                assertThat(log.lines("renum.cache.size")).hasSize(1);
            }
        }

        @Test
        void readsSystemPropertiesAgain() {
            System.setProperty("desk.left", "5");
            try (EnvironmentConfigManager config =
                    desk.write("").builder().process(ProcessValues::current).build()) {
                System.setProperty("desk.left", "6");

                config.reload();

                assertThat(config.get(DeskSettings.class).left()).isEqualTo(6);
            } finally {
                System.clearProperty("desk.left");
            }
        }
    }

    @Nested
    final class Pending {
        @Test
        void keepsWhatIsNotLiveUntilARestart() {
            try (EnvironmentConfigManager config =
                    desk.write("desk.port=80").builder().build()) {
                desk.write("desk.port=81", "desk.left=1");

                ReloadResult result = config.reload();

                assertThat(changes(result))
                        .containsExactly(
                                "desk.left: \"0\" -> \"1\"", "desk.port: \"80\" -> \"81\" (waits for a restart)");
                assertThat(config.get(DeskSettings.class).port()).isEqualTo(80);
                assertThat(config.get(DeskSettings.class).left()).isEqualTo(1);
                assertThat(config.status().pending())
                        .containsExactly(new Change("desk.port", "\"80\"", "\"81\"", false, true));
            }
        }

        @Test
        void explainsTheValueInForce() {
            try (EnvironmentConfigManager config =
                    desk.write("desk.port=80").builder().build()) {
                desk.write("desk.port=81");
                config.reload();

                String explanation = config.explain("desk.port").toString();

                assertThat(explanation)
                        .startsWith("desk.port = \"80\" in prod")
                        .contains("pending   \"81\" from application.properties:1:11");
            }
        }

        @Test
        void forgetsAPendingChangeThatIsTakenBack() {
            try (EnvironmentConfigManager config =
                    desk.write("desk.port=80").builder().build()) {
                desk.write("desk.port=81");
                config.reload();
                desk.write("desk.port=82");
                config.reload();
                desk.write("desk.port=80");

                ReloadResult result = config.reload();

                assertThat(changes(result)).containsExactly("desk.port: \"82\" -> \"80\"");
                assertThat(config.status().pending()).isEmpty();
                assertThat(config.status().generation()).isEqualTo(4);
            }
        }

        @Test
        void looksIntoGroups() {
            desk.write("desk.lamp.watts=10", "desk.lamp.color=red", "desk.spare.color=red", "desk.chair.height=1");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write(
                        "desk.lamp.watts=20",
                        "desk.lamp.color=blue",
                        "desk.spare.color=blue",
                        "desk.chair.height=2",
                        "desk.chair.legs=3");

                config.reload();

                DeskSettings settings = config.get(DeskSettings.class);
                assertThat(settings.lamp()).isEqualTo(new DeskSettings.Lamp(20, "red"));
                assertThat(settings.spare()).isEqualTo(new DeskSettings.Lamp(10, "blue"));
                assertThat(settings.chair()).contains(new DeskSettings.Chair(2, 4));
                assertThat(pendingKeys(config)).containsExactly("desk.chair.legs", "desk.lamp.color");
            }
        }

        @Test
        void letsAGroupAppearOrDisappearOnlyAsAWhole() {
            try (EnvironmentConfigManager config = desk.write("").builder().build()) {
                desk.write("desk.chair.height=2");

                config.reload();

                assertThat(config.get(DeskSettings.class).chair()).isEqualTo(Optional.empty());
                assertThat(pendingKeys(config)).containsExactly("desk.chair.height", "desk.chair.legs");
            }
        }

        @Test
        void rejectsAMixThatTheRecordRefuses() {
            desk.write("desk.port=80", "desk.password=old-password");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write("desk.port=81", "desk.left=80", "desk.password=new-password");

                ReloadResult result = config.reload();

                assertThat(report(result))
                        .contains("RNM-CFG-016", "desk.left is the port 80", "only a restart can change");
                assertThat(report(result)).doesNotContain("old-password", "new-password");
                assertThat(config.get(DeskSettings.class).left()).isZero();
            }
        }

        @Test
        void rejectsAMixThatARuleRefuses() {
            desk.write("desk.offset=80", "desk.password=old-password");
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.write("desk.offset=81", "desk.left=80", "desk.password=new-password");

                ReloadResult result = config.reload();

                assertThat(report(result)).contains("DESK-001").doesNotContain("old-password", "new-password");
                assertThat(config.get(DeskSettings.class).left()).isZero();
            }
        }
    }

    @Nested
    final class Rejections {
        @Test
        void keepsTheLastGoodConfiguration() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                EnvironmentConfig before = config.current();
                desk.write("desk.left=many");

                ReloadResult result = config.reload();

                assertThat(report(result)).contains("RNM-CFG-010", "desk.left", "application.properties:1:11");
                assertThat(config.current()).isSameAs(before);
                assertThat(config.status().isRejected()).isTrue();
                assertThat(config.status().problems()).hasSize(1);
            }
        }

        @Test
        void saysTheSameRejectionOnce() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.write("desk.left=many");
                ReloadResult first = config.reload();

                ReloadResult second = config.reload();

                assertThat(second).isEqualTo(first);
                assertThat(log.lines("")).singleElement().asString().contains("WARN", "RNM-CFG-040", "desk.left");
                assertThat(Figures.of(config).get("renum.config.reloads rejected"))
                        .isEqualTo(1);
            }
        }

        @Test
        void isGoodAgainWithTheBytesInForce() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.write("desk.left=many");
                config.reload();
                desk.pair(1);

                ReloadResult result = config.reload();

                assertThat(result).isEqualTo(new Unchanged());
                assertThat(config.status()).isEqualTo(new ConfigStatus(1, result, List.of(), List.of()));
                assertThat(log.lines("again as they are in force")).hasSize(1);
            }
        }

        @Test
        void rejectsAFileThatIsGone() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.delete();

                ReloadResult result = config.reload();

                assertThat(codes(result)).containsExactly("RNM-CFG-041");
                assertThat(report(result)).contains(Desk.FILE, "is gone", "restore it");
                assertThat(config.get(DeskSettings.class).left()).isEqualTo(1);
            }
        }

        @Test
        void rejectsASecretThatIsGone(@TempDir Path secrets) {
            EnvironmentConfigManager.Builder builder = desk.pair(1).builder().secretsDirectory(secrets);
            desk.run(() -> Files.writeString(secrets.resolve("desk.token"), "the-token-8fQ2xV7m"));
            desk.run(() -> Files.writeString(secrets.resolve("key.store"), "of somebody else"));
            try (EnvironmentConfigManager config = builder.build()) {
                desk.run(() -> Files.delete(secrets.resolve("key.store")));
                ReloadResult foreign = config.reload();
                desk.run(() -> Files.delete(secrets.resolve("desk.token")));

                ReloadResult own = config.reload();

                assertThat(foreign).isEqualTo(new Unchanged());
                assertThat(codes(own)).containsExactly("RNM-CFG-041");
            }
        }

        @Test
        void namesOnlyTheDirectoryIfItIsGone() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.deleteDirectory();

                ReloadResult result = config.reload();

                desk.createDirectory();
                assertThat(codes(result)).containsExactly("RNM-CFG-002");
            }
        }

        @Test
        void rejectsADirectoryWithoutFilesThatIsGone() {
            try (EnvironmentConfigManager config = desk.builder().build()) {
                desk.deleteDirectory();

                ReloadResult result = config.reload();

                desk.createDirectory();
                assertThat(codes(result)).containsExactly("RNM-CFG-002");
            }
        }

        @Test
        void rejectsAnEnvFileThatAppearsInProduction() {
            try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
                desk.run(() -> Files.createFile(desk.directory().resolve(".env")));

                ReloadResult result = config.reload();

                assertThat(codes(result)).containsExactly("SEC-017");
            }
        }

        @Test
        void rejectsAFileOfTheClassPathThatIsGone(@TempDir Path classes) {
            ClassPath classPath = new ClassPath(classes).file("application-prod.properties", "desk.left=7");
            EnvironmentConfigManager.Builder builder = desk.pair(1).builder().classLoader(classPath.loader());
            try (EnvironmentConfigManager config = builder.build()) {
                desk.run(() -> Files.delete(classes.resolve("application-prod.properties")));

                ReloadResult result = config.reload();

                assertThat(codes(result)).containsExactly("RNM-CFG-041");
                assertThat(report(result)).contains("class path");
            }
        }

        @Test
        void rejectsFilesThatDoNotStandStill() {
            AtomicInteger number = new AtomicInteger();
            Supplier<ProcessValues> restless =
                    () -> new ProcessValues(Map.of(), Map.of("restless", number.incrementAndGet() + ""));
            try (EnvironmentConfigManager config =
                    desk.pair(1).builder().process(restless).build()) {
                ReloadResult result = config.reload();

                assertThat(codes(result)).containsExactly("RNM-CFG-043");
            }
        }
    }

    private static List<String> changes(ReloadResult result) {
        ConfigChange change = ((Applied) result).change();
        return change.changes().stream().map(Change::toString).toList();
    }

    private static List<String> pendingKeys(EnvironmentConfigManager config) {
        return config.status().pending().stream().map(Change::key).toList();
    }

    private static String report(ReloadResult result) {
        return ((Rejected) result).report().toString();
    }

    private static List<String> codes(ReloadResult result) {
        return ((Rejected) result)
                .report().problems().stream()
                        .map(Problem::finding)
                        .map(finding -> finding.code())
                        .toList();
    }
}
