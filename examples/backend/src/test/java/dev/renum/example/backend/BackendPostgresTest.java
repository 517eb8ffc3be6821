package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.testkit.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendPostgresTest {
    private static final String DETAILED = "/api/v1/monitoring/health/detailed";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void tellsTheTruthWhilePostgresIsStoppedPausedAndBack() throws IOException {
        try (PostgresServer postgres = PostgresServer.start();
                BackendProcess backend = start(postgres)) {
            List<Duration> answers = new ArrayList<>();
            awaitReady(backend, 200);
            assertThat(backend.send("POST", backend.application(""), "{\"name\":\"red\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(detailed(backend, answers)).contains("\"product\":\"PostgreSQL\"", "\"version\":\"18");

            postgres.stop();
            awaitReady(backend, 503);
            assertThat(backend.get(backend.monitoring("/health/ready")).body())
                    .contains("\"name\":\"database\"", "RNM-HLT-010");
            assertThat(detailed(backend, answers))
                    .contains("cannot be reached")
                    .doesNotContain(postgres.password() + "@");
            assertThat(backend.get(backend.monitoring("/health/live")).statusCode())
                    .isEqualTo(200);
            assertThat(backend.get(backend.application("")).statusCode()).isEqualTo(503);

            postgres.restart();
            awaitReady(backend, 200);

            postgres.pause();
            awaitReady(backend, 503);
            assertThat(detailed(backend, answers)).contains("\"consecutiveFailures\":");
            for (int i = 0; i < 50; i++) {
                detailed(backend, answers);
            }

            postgres.resume();
            awaitReady(backend, 200);
            assertThat(backend.get(backend.application("")).body()).contains("red");
            assertThat(detailed(backend, answers)).contains("\"status\":\"UP\"");
            assertThat(answers).hasSizeGreaterThan(50).allMatch(took -> took.compareTo(Duration.ofMillis(500)) < 0);
            backend.terminate();
            assertThat(backend.awaitExit(Duration.ofSeconds(5))).isEqualTo(143);
        }
    }

    private BackendProcess start(PostgresServer postgres) throws IOException {
        String url = "postgres://%s:%s@127.0.0.1:%d/postgres"
                .formatted(postgres.user(), postgres.password(), postgres.port());
        return BackendProcess.start(folder, Map.of("DATABASE_URL", url)).awaitStart();
    }

    private static void awaitReady(BackendProcess backend, int status) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                backend.get(backend.monitoring("/health/ready")).statusCode())
                        .as(() -> backend.get(backend.monitoring(DETAILED)).body())
                        .isEqualTo(status));
    }

    private static String detailed(BackendProcess backend, List<Duration> answers) {
        long begun = System.nanoTime();
        HttpResponse<String> response = backend.get(backend.monitoring(DETAILED));
        answers.add(Duration.ofNanos(System.nanoTime() - begun));
        return response.body();
    }
}
