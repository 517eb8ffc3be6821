package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.reload.Resources;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a reload, or a part in it, from happening. */
final class ReloadLimitsTest {
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

    @Test
    void rejectsEveryReloadWhereItIsDisabled() {
        try (EnvironmentConfigManager config =
                desk.write("renum.config.enabled=false").builder().build()) {
            desk.write("desk.left=1");

            ReloadResult result = config.reload();

            ConfigReport report = ((Rejected) result).report();
            assertThat(ProblemLines.of(report.problems()))
                    .singleElement()
                    .asString()
                    .startsWith("RNM-CFG-044");
            assertThat(report.toString()).contains("cannot be used");
            assertThat(config.get(DeskSettings.class).left()).isZero();
            assertThat(config.status().lastReload()).isNull();
            assertThat(log.lines("")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"renum.config.enabled=false", "renum.config.watch=false"})
    void hasNoWatcherWhereItIsSwitchedOff(String line) {
        Set<Thread> others = Resources.threads();
        try (EnvironmentConfigManager config =
                desk.write(line).builder().watch(true).build()) {
            assertThat(config.status().generation()).isEqualTo(1);
            assertThat(others).containsAll(Resources.threads());
        }
    }

    @Test
    void readsAfterCloseButReloadsNoMore() {
        EnvironmentConfigManager config = desk.pair(1).builder().build();

        config.close();
        config.close();

        assertThat(config.get(DeskSettings.class).left()).isEqualTo(1);
        assertThat(config.live(DeskSettings.class).get().left()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(config::reload).withMessageContaining("closed");
    }

    @Test
    void triesAgainWhatAnInterruptOfTheCallerCutShort() throws Exception {
        try (EnvironmentConfigManager config =
                desk.pair(1).builder().watch(true).build()) {
            config.reconfigure(DeskSettings.class, (running, next) -> () -> {});
            desk.pair(2);
            Thread caller = new Thread(() -> {
                Thread.currentThread().interrupt();
                config.reload();
            });
            caller.start();
            caller.join();

            await().until(() -> config.status().lastReload() instanceof Applied);

            assertThat(config.get(DeskSettings.class).left()).isEqualTo(2);
            assertThat(config.status().problems()).isEmpty();
        }
    }

    @Test
    void writesOneLineWhateverAKeyHas() {
        desk.write("desk.left=1", "renum.foo\\nERROR\\ root\\u001b[31m=1");
        try (EnvironmentConfigManager config = desk.builder().build()) {
            assertThat(config.current().warnings()).hasSize(1);
        }

        assertThat(log.lines("renum.foo")).singleElement().asString().doesNotContain("\n", "\u001b");
    }

    @Test
    void knowsOnlyItsSections() {
        try (EnvironmentConfigManager config = desk.pair(1).builder().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> config.reconfigure(ShopSettings.class, (running, next) -> () -> {}))
                    .withMessageContaining("ShopSettings");
            assertThatIllegalArgumentException().isThrownBy(() -> config.live(ShopSettings.class));
        }
    }

    @Test
    void refusesATargetThatWouldNeverBeAsked() {
        try (EnvironmentConfigManager config =
                desk.pair(1).builder().sections(ShelfSettings.class).build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> config.reconfigure(ShelfSettings.class, (running, next) -> () -> {}))
                    .withMessageContaining("ShelfSettings is @Live");
        }
    }

    /** Holds what could change, in a list, which cannot. */
    @Settings(prefix = "shelf")
    record ShelfSettings(@Default("") List<Board> boards) {
        record Board(@Live int width) {}
    }
}
