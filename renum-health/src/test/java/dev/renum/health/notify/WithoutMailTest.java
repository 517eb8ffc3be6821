package dev.renum.health.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.AlertManager;
import dev.renum.health.alert.CriticalIssue;
import dev.renum.health.alert.Figures;
import dev.renum.health.alert.Hasty;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("without-mail")
final class WithoutMailTest {
    private static final EmailSettings SETTINGS = EmailSettings.builder()
            .host("127.0.0.1")
            .from("shop@example.org")
            .to("ops@example.org")
            .build();

    @Test
    void theLibraryIsNotThere() {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName("jakarta.mail.Session"));
    }

    @Test
    void saysWhatIsMissingAndTriesTheNextChannelAtOnce() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver();
                HealthMonitor health =
                        HealthMonitor.builder(HealthSettings.builder().build()).build();
                AlertManager alerts = Hasty.hurry(AlertManager.builder(health))
                        .notifier(
                                EmailNotifier.of(SETTINGS),
                                WebhookNotifier.of(WebhookSettings.builder()
                                        .url(receiver.url("/"))
                                        .build()))
                        .build()) {
            alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Figures.of(alerts)
                                    .value("notifications.attempts", "channel", "webhook", "result", "delivered")
                            == 1);
            assertThat(alerts.checks().get(0).check().check().message())
                    .startsWith("channel email refused: RNM-HLT-162 e-mail needs org.eclipse.angus:angus-mail:2.0.5"
                            + " on the class path, and it is not there or not whole: ");
        }
    }
}
