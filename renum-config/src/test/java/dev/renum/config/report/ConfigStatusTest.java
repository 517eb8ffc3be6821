package dev.renum.config.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigStatusTest {
    @Test
    void saysInWordsHowItStands() {
        Finding finding = new Finding("SEC-004", Severity.WARNING, "desk.password", "is a password\u001b[31m", null);
        Problem problem = Problem.of(
                finding,
                "desk.password",
                Origin.of("application.yaml", Origin.Kind.CLASS_PATH).at(2, 3));
        Change change = new Change("desk.port", "\"1\"", "\"2\"", false, true);

        assertThat(new ConfigStatus(3, null, List.of(problem), List.of(change))).hasToString("""
                        generation 3 is in force
                          SEC-004 desk.password is a password?[31m (application.yaml:2:3)
                          desk.port: "1" -> "2" (waits for a restart)""");
    }

    @Test
    void saysThatTheSourcesCannotBeUsed() {
        ConfigReport report = new ConfigReport("desk", null, List.of());

        assertThat(new ConfigStatus(1, new ReloadResult.Rejected(report), List.of(), List.of()))
                .hasToString("generation 1 is in force, because the sources as they are now cannot be used");
    }
}
