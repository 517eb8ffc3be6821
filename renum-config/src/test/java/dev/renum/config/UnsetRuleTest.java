package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.report.Waived;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What general rules say of settings that nobody has set: {@link RuleCases} have only such as a file sets. */
final class UnsetRuleTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Archive.class);
    }

    @Test
    void findsASecretThatIsADefault() {
        assertThat(found("SEC-006", production())).containsExactly("SEC-006 archive.key @ Archive.key");
    }

    @Test
    void isSilentAboutADefaultThatIsReplaced() {
        host.variable("ARCHIVE_KEY", "mB8x2Kqv7Lz0Rt5w");

        assertThat(found("SEC-006", production())).isEmpty();
    }

    @Test
    void findsThatThereIsNoPlaceForBackups() {
        assertThat(found("DR-001", production())).containsExactly("DR-001 archive.backup.directory @ Backup.directory");
    }

    @Test
    void isSilentAboutADevelopersMissingBackup() {
        assertThat(found("DR-001", host.builder())).isEmpty();
    }

    @Test
    void isSilencedByAWaiver() {
        ConfigReport report = report(production()
                .waive("SEC-006", "archive.key", "for a museum", LocalDate.MAX)
                .waive("DR-001", "archive.backup.*", "others make them", LocalDate.MAX));

        assertThat(report.problems()).isEmpty();
        assertThat(report.waived())
                .extracting(Waived::reason)
                .containsExactlyInAnyOrder("for a museum", "others make them");
    }

    private EnvironmentConfigManager.Builder production() {
        return host.builder().environment(Environment.PROD);
    }

    private static List<String> found(String code, EnvironmentConfigManager.Builder builder) {
        return ProblemLines.of(report(builder).problems()).stream()
                .filter(line -> line.startsWith(code))
                .toList();
    }

    private static ConfigReport report(EnvironmentConfigManager.Builder builder) {
        return builder.checks().here().report();
    }

    /** Has a secret for everybody, and backups that may have no place. */
    @Settings(prefix = "archive")
    record Archive(@Default("kV3xq9Lw7TzR2mPd") Secret<String> key, Backup backup) {
        record Backup(@Nullable String directory) {}
    }
}
