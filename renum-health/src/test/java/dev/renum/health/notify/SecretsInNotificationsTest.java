package dev.renum.health.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.core.settings.Secret;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.AlertManager;
import dev.renum.health.alert.AlertRule;
import dev.renum.health.alert.CriticalIssue;
import dev.renum.health.alert.Figures;
import dev.renum.health.alert.Hasty;
import dev.renum.health.alert.Notifier;
import dev.renum.health.notify.HttpReceiver.Answer;
import dev.renum.health.notify.HttpReceiver.Received;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

/** Secrets in whatever an alert is made of and in whatever its delivery hears, and whatever people are shown of it. */
final class SecretsInNotificationsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** A part of every secret. */
    private static final String PLANTED = "5ecret";

    private static final String PATH = "/" + PLANTED + "-hook/" + PLANTED + "-channel?sig=" + PLANTED + "-value";
    private static final String KEY = PLANTED + " signing key of many words";
    private static final String PASSWORD = PLANTED + "-mail-password";

    private final HttpReceiver slack = new HttpReceiver();
    private final HttpReceiver webhook = new HttpReceiver();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Queue<SubstituteLoggingEvent> logged = new ConcurrentLinkedQueue<>();
    private final Set<String> well = ConcurrentHashMap.newKeySet();
    private final List<String> shown = new ArrayList<>();
    private final HealthMonitor health = HealthMonitor.builder(HealthSettings.builder()
                    .samplingInterval(Duration.ofSeconds(1))
                    .build())
            .watch(new Orders())
            .check(CheckSpec.of("db", SecretsInNotificationsTest::db).required())
            .build();

    @BeforeEach
    void start() {
        mail.start();
        mail.setUser("shop@example.org", "shop", PASSWORD);
        slack.answers(it -> answer("slack", slack, it));
        webhook.answers(it -> answer("webhook", webhook, it));
    }

    @AfterEach
    void close() {
        health.close();
        slack.close();
        webhook.close();
        mail.stop();
    }

    private static HealthResult db() {
        return HealthResult.down(
                        "SHOP-1", "password=" + PLANTED + "-check, https://ada:" + PLANTED + "-user@db.example")
                .withDetail("password", PLANTED + "-detail");
    }

    private Answer answer(String channel, HttpReceiver receiver, Received request) {
        String all = "no " + receiver.url(request.path()).reveal() + ' ' + PLANTED + "-channel '" + PLANTED + "-value' "
                + (channel.equals("webhook") ? KEY : "") + " token=" + PLANTED + "-answer";
        return well.contains(channel) ? new Answer(204, "") : new Answer(500, all);
    }

    @Test
    void areNowhere() throws Exception {
        List<Notifier> notifiers = List.of(
                SlackNotifier.of(slackSettings()),
                WebhookNotifier.of(webhookSettings()),
                EmailNotifier.of(emailSettings(), null, new SubstituteLogger("mail", logged, false)),
                new LogNotifier(new SubstituteLogger("log", logged, false)),
                Hasty.notifier("broken", it -> {
                    throw new IllegalStateException("api_key=" + PLANTED + "-thrown https://x:" + PLANTED + "-y@host");
                }));
        AlertManager.Builder builder = Hasty.hurry(AlertManager.builder(health))
                .source("shop-1, token=" + PLANTED + "-source")
                .rule(AlertRule.threshold("queue-long", "orders.waiting").above(100))
                .rule(AlertRule.checkStatus("db-bad", "db", HealthStatus.DOWN));
        notifiers.forEach(builder::notifier);

        try (AlertManager alerts = builder.build()) {
            alerts.sendCriticalNotifications(new CriticalIssue("odd", "Authorization: Bearer " + PLANTED + "-bearer"));
            for (String channel : List.of("slack", "webhook", "broken")) {
                await().atMost(LIMIT).until(() -> check(alerts).contains("channel " + channel));
                shown.add(check(alerts));
                well.add(channel);
            }
            await().atMost(LIMIT).until(() -> alerts.active().size() == 3);
            shown.add(alerts.active().toString());
            alerts.resolve("critical-issue{issue=odd}", "ada, password=" + PLANTED + "-who");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(bodies(slack)).contains("queue-long", "db-bad", "resolved"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(bodies(webhook)).contains("queue-long", "db-bad", "resolved"));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(mails()).contains("queue-long", "db-bad", "resolved"));
            shown.add(Figures.of(alerts).toString() + alerts.resolved() + alerts.rules());
        }

        shown.addAll(List.of(bodies(slack), bodies(webhook), mails(), logLines()));
        shown.add(notifiers.toString() + slackSettings() + webhookSettings() + emailSettings() + health.snapshot());
        assertThat(shown).noneMatch(text -> text.contains(PLANTED));
        assertThat(shown).allMatch(text -> text.contains("****"));
    }

    private static String check(AlertManager alerts) throws Exception {
        return alerts.checks().get(0).check().check().toString();
    }

    private static String bodies(HttpReceiver receiver) {
        return receiver.received().stream()
                .map(message -> message.headers().entrySet() + message.body())
                .collect(Collectors.joining("\n"));
    }

    private String mails() throws Exception {
        StringBuilder text = new StringBuilder();
        for (MimeMessage message : mail.getReceivedMessages()) {
            for (Header header : Collections.list(message.getAllHeaders())) {
                text.append(header.getName())
                        .append(": ")
                        .append(header.getValue())
                        .append('\n');
            }
            text.append(message.getSubject()).append(message.getContent()).append('\n');
        }
        return text.toString();
    }

    private String logLines() {
        return logged.stream()
                .map(event -> event.getMessage() + Arrays.toString(event.getArgumentArray()) + event.getThrowable())
                .collect(Collectors.joining("\n"));
    }

    private SlackSettings slackSettings() {
        return SlackSettings.builder().url(slack.url(PATH)).build();
    }

    private WebhookSettings webhookSettings() {
        return WebhookSettings.builder()
                .url(webhook.url(PATH))
                .signingKey(Secret.of(KEY))
                .build();
    }

    private EmailSettings emailSettings() {
        return EmailSettings.builder()
                .host("127.0.0.1")
                .port(mail.getSmtp().getPort())
                .security(EmailSettings.Security.NONE)
                .login("shop", Secret.of(PASSWORD))
                .from("shop@example.org")
                .to("ops@example.org")
                .build();
    }

    /** A figure whose tags tell more than they should. */
    private static final class Orders implements Monitored {
        private static final Metric WAITING = new Metric("orders.waiting", "orders", "Orders that wait.");

        @Override
        public List<CheckSpec> checks() {
            return List.of();
        }

        @Override
        public void measure(MetricSink sink) {
            sink.gauge(
                    WAITING, 200, "db", "jdbc:mysql://shop:" + PLANTED + "-tag@db/shop", "token", PLANTED + "-token");
        }
    }
}
