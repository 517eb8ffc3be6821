package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.example.backend.WebhookReceiver.Message;
import dev.renum.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendAlertsTest {
    private static final String KEY = "5ecret-key-that-signs-alerts";
    private static final String PATH = "/hook/5ecret-path";
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** Messages that are not critical are a minute apart. */
    private static final Duration A_MINUTE_LATER = LIMIT.plusMinutes(1);

    @TempDir
    Path folder;

    @Test
    void tellsLogAndWebhookThatTheDatabaseIsAwayAndThatItIsBack() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.open();
                PostgresServer postgres = PostgresServer.start();
                BackendProcess backend = start(postgres, receiver)) {
            awaitReady(backend);

            postgres.stop();
            Message firing = receiver.await("required-check-down{check=database}", LIMIT);
            postgres.restart();
            Message resolved = receiver.await("\"kind\":\"resolved\"", A_MINUTE_LATER);

            assertThat(firing.body())
                    .contains("\"kind\":\"firing\"", "\"severity\":\"critical\"", "\"source\":\"backend\"");
            assertThat(resolved.body()).contains("required-check-down{check=database}");
            assertThat(firing.isSignedWith(KEY)).isTrue();
            assertThat(resolved.isSignedWith(KEY)).isTrue();
            assertThat(firing.path()).isEqualTo(PATH);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(backend.output())
                            .containsPattern("ERROR LogNotifier \\[backend] CRITICAL required-check-down is firing")
                            .containsPattern("INFO  LogNotifier \\[backend] CRITICAL required-check-down is resolved"));
            assertThat(backend.output()).doesNotContain("CRITICAL required-check-down is firing: {check=teams}");
            assertThat(backend.output().replace("renum-testkit", "") + backend.errors())
                    .doesNotContain("5ecret", postgres.password());
        }
    }

    @Test
    void doesNotStartWithAWebhookThatLeadsNowhere() throws IOException {
        try (BackendProcess backend =
                BackendProcess.start(folder, Map.of("RENUM_HEALTH_ALERTS_WEBHOOK_ENABLED", "true"))) {
            assertThat(backend.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
            assertThat(backend.errors()).contains("renum.health.alerts.webhook.url is missing");
        }
    }

    private BackendProcess start(PostgresServer postgres, WebhookReceiver receiver) throws IOException {
        return BackendProcess.start(
                        folder,
                        Map.of(
                                "DATABASE_URL",
                                BackendPostgresTest.url(postgres),
                                "RENUM_HEALTH_ALERTS_WEBHOOK_ENABLED",
                                "true",
                                "RENUM_HEALTH_ALERTS_WEBHOOK_URL",
                                receiver.url(PATH),
                                "RENUM_HEALTH_ALERTS_WEBHOOK_SIGNING_KEY",
                                KEY))
                .awaitStart();
    }

    private static void awaitReady(BackendProcess backend) {
        await().atMost(LIMIT)
                .until(() -> backend.get(backend.monitoring("/health/ready")).statusCode() == 200);
    }
}
