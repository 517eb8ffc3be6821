package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.ConfigValidator;
import dev.renum.config.report.ConfigValidation;
import dev.renum.core.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void isValidInEveryEnvironment() {
        Map<Environment, ConfigValidation> validations =
                ConfigValidator.of(Backend.configuration()).validateAll();

        assertThat(validations.keySet()).containsExactly(Environment.DEV, Environment.TEST, Environment.PROD);
        assertThat(validations.values())
                .allSatisfy(it -> assertThat(it.isValid()).as(it.toString()).isTrue());
        assertThat(of(Environment.PROD, validations).expectedAtDeployment()).containsExactly("database.url");
    }

    @Test
    void isRefusedHereForAMistakeOfProduction() throws IOException {
        Files.writeString(folder.resolve("application-prod.yaml"), "backend:\n  burst: 7\n");

        Map<Environment, ConfigValidation> validations =
                ConfigValidator.of(Backend.configuration().directory(folder)).validateAll();

        assertThat(of(Environment.DEV, validations).isValid()).isTrue();
        assertThat(of(Environment.PROD, validations).toString()).contains("BACKEND-001", "application-prod.yaml:2:10");
    }

    @Test
    void isCheckedAtAConsole() throws IOException {
        try (BackendProcess check = BackendProcess.command(folder, "config", "check", "--env", "all")) {
            assertThat(check.awaitExit(Duration.ofSeconds(20))).isZero();
            assertThat(check.output())
                    .contains("environment dev can be used", "environment test can", "environment prod can");
        }
    }

    @Test
    void isExplainedAtAConsole() throws IOException {
        try (BackendProcess explain = BackendProcess.command(folder, "config", "explain", "backend.port")) {
            assertThat(explain.awaitExit(Duration.ofSeconds(20))).isZero();
            assertThat(explain.output())
                    .startsWith("backend.port = \"0\" in dev")
                    .contains("BACKEND_PORT");
        }
    }

    @Test
    void isNotStartedByAWrongCommand() throws IOException {
        try (BackendProcess wrong = BackendProcess.command(folder, "config", "chek")) {
            assertThat(wrong.awaitExit(Duration.ofSeconds(20))).isEqualTo(2);
            assertThat(wrong.errors()).contains("'chek' is not a command", "usage:");
        }
    }

    private static ConfigValidation of(Environment environment, Map<Environment, ConfigValidation> validations) {
        return Objects.requireNonNull(validations.get(environment));
    }
}
