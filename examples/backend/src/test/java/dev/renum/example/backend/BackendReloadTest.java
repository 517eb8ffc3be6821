package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendReloadTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void takesANewRateAndLevelAndLogsTheDifference() throws IOException {
        Path file = configuration("backend:\n  requests-per-second: 300\n  log-level: INFO\n");
        try (BackendProcess backend = start().awaitStart()) {
            assertThat(refusedOf(20, backend)).isZero();

            Files.writeString(file, "backend:\n  requests-per-second: 1\n  burst: 2\n  log-level: DEBUG\n");

            await().atMost(LIMIT).until(() -> backend.output().contains("backend.requests-per-second"));
            assertThat(backend.output())
                    .contains(
                            "configuration reloaded",
                            "backend.requests-per-second: \"300\" -> \"1\"",
                            "backend.log-level: \"INFO\" -> \"DEBUG\"");
            assertThat(refusedOf(20, backend)).isPositive();
        }
    }

    @Test
    void keepsRunningWithTheLastGoodConfiguration() throws IOException {
        Path file = configuration("backend:\n  requests-per-second: 300\n");
        try (BackendProcess backend = start().awaitStart()) {
            Files.writeString(file, "backend:\n  requests-per-second: 9000\n");

            await().atMost(LIMIT).until(() -> backend.output().contains("BACKEND-001"));
            assertThat(refusedOf(20, backend)).isZero();
            await().atMost(LIMIT)
                    .until(() -> backend.get(backend.monitoring("/api/v1/monitoring/health/detailed"))
                            .body()
                            .contains("\"name\":\"configuration\",\"status\":\"DEGRADED\""));
        }
    }

    private Path configuration(String yaml) throws IOException {
        Path directory = Files.createDirectory(folder.resolve("config"));
        return Files.writeString(directory.resolve("application.yaml"), yaml);
    }

    private BackendProcess start() throws IOException {
        return BackendProcess.start(
                folder,
                Map.of("RENUM_CONFIG_DIRECTORY", folder.resolve("config").toString()));
    }

    private static int refusedOf(int requests, BackendProcess backend) {
        int refused = 0;
        for (int i = 0; i < requests; i++) {
            refused += backend.get(backend.application("")).statusCode() == 429 ? 1 : 0;
        }
        return refused;
    }
}
