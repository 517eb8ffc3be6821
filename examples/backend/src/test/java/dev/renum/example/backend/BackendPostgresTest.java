package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.testkit.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
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
            awaitStatus(backend, 200, new AnswerTimes());
            assertThat(backend.send("POST", backend.application(""), "{\"name\":\"red\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(detailed(backend).body()).contains("\"product\":\"PostgreSQL\"", "\"version\":\"18");

            postgres.stop();
            assertAnswersAtOnce("stopped", backend);
            assertThat(backend.get(backend.monitoring("/health/ready")).body())
                    .contains("\"name\":\"database\"", "RNM-HLT-010");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(detailed(backend).body())
                            .containsPattern("\"name\":\"teams\",\"status\":\"DOWN\"[^{}]*\"symptomOf\":\"database\"")
                            .containsPattern("\"rootCauses\":\\[\\{\"name\":\"database\"[^{}]*}]"));
            assertThat(detailed(backend).body())
                    .contains("cannot be reached")
                    .doesNotContain(postgres.password() + "@");
            assertThat(backend.get(backend.monitoring("/health/live")).statusCode())
                    .isEqualTo(200);
            assertThat(backend.get(backend.application("")).statusCode()).isEqualTo(503);

            postgres.restart();
            awaitStatus(backend, 200, new AnswerTimes());

            postgres.pause();
            assertAnswersAtOnce("paused", backend);
            assertThat(detailed(backend).body()).contains("\"consecutiveFailures\":");

            postgres.resume();
            awaitStatus(backend, 200, new AnswerTimes());
            assertThat(backend.get(backend.application("")).body()).contains("red");
            backend.terminate();
            assertThat(backend.awaitExit(Duration.ofSeconds(5))).isEqualTo(143);
        }
    }

    private BackendProcess start(PostgresServer postgres) throws IOException {
        return BackendProcess.start(folder, Map.of("DATABASE_URL", url(postgres)))
                .awaitStart();
    }

    /** What a hosting service would put into {@code DATABASE_URL}. */
    static String url(PostgresServer postgres) {
        return String.format(
                Locale.ROOT,
                "postgres://%s:%s@127.0.0.1:%d/postgres",
                postgres.user(),
                postgres.password(),
                postgres.port());
    }

    /** From the moment at which PostgreSQL is away until after the application knows; the bound is that of hanging, not of speed. */
    private static void assertAnswersAtOnce(String how, BackendProcess backend) {
        AnswerTimes times = new AnswerTimes();
        awaitStatus(backend, 503, times);
        for (int i = 0; i < 200; i++) {
            assertThat(timed(backend, times).statusCode()).isEqualTo(503);
        }

        System.out.println("health/detailed while PostgreSQL is " + how + ": " + times);
        assertThat(times.max()).isLessThan(Duration.ofMillis(500));
    }

    private static void awaitStatus(BackendProcess backend, int status, AnswerTimes times) {
        await().atMost(LIMIT).untilAsserted(() -> {
            HttpResponse<String> answer = timed(backend, times);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        });
    }

    private static HttpResponse<String> timed(BackendProcess backend, AnswerTimes times) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = detailed(backend);
        times.add(Duration.ofNanos(System.nanoTime() - begun));
        return answer;
    }

    private static HttpResponse<String> detailed(BackendProcess backend) {
        return backend.get(backend.monitoring(DETAILED));
    }
}
