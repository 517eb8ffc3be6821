package dev.renum.health.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import dev.renum.core.settings.Secret;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Delivery.Postponed;
import dev.renum.health.alert.Delivery.Refused;
import dev.renum.health.alert.Notification;
import dev.renum.health.notify.EmailSettings.Security;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

final class EmailNotifierTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PASSWORD = "s3cr3t-pass-word";

    @Test
    void sendsAMailThatSaysWhatIsTheMatter() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            server.setUser("shop@example.org", "shop", PASSWORD);
            EmailSettings settings = settings(server.getSmtp().getPort())
                    .login("shop", Secret.of(PASSWORD))
                    .to("ops@example.org", "boss@example.org")
                    .build();

            Delivery delivery = send(settings, Notifications.firing("is h\u00f6her"));

            assertThat(delivery).isEqualTo(new Delivered());
            assertThat(server.getReceivedMessages()).hasSize(2);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("[shop-1] ERROR cpu-high is firing: is h\u00f6her");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("shop@example.org");
            assertThat(mail.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("ops@example.org", "boss@example.org");
            assertThat(mail.getMessageID()).isEqualTo("<id-1@renum>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getContent().toString())
                    .contains(
                            "ERROR  cpu-high{mount=/data}  since 2026-11-25T14:00:00Z  is h\u00f6her",
                            "Sent 2026-11-25T14:00:00Z, notification id-1");
        } finally {
            server.stop();
        }
    }

    @Test
    void letsNoTextBecomeAHeader() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            send(
                    settings(server.getSmtp().getPort()).build(),
                    Notifications.firing("x\r\nBcc: evil@example.org\r\n\r\nhello"));

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).endsWith("is firing: x  Bcc: evil@example.org    hello");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops@example.org\r\nBcc: evil@example.org",
                "ops@example.org, evil@example.org",
                "ops",
                "@example.org",
                "Ops <ops@example.org>",
                "ops@exam ple.org",
                ""
            })
    void refusesAnAddressThatIsMoreThanAnAddress(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(25).to(address).build())
                .withMessageStartingWith("renum.health.alerts.email.to '")
                .withMessageEndingWith("' is not allowed: use a plain address, such as ops@example.org")
                .withMessageNotContaining("\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(25).from(address).build())
                .withMessageStartingWith("renum.health.alerts.email.from '");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailSettings.builder().enabled(true).build())
                .withMessage(
                        "renum.health.alerts.email.host is missing: set it, or renum.health.alerts.email.enabled=false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailSettings.builder()
                        .host("mail.example.org")
                        .from("a@b")
                        .build())
                .withMessage(
                        "renum.health.alerts.email.to is missing: set it, or renum.health.alerts.email.enabled=false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(25).host("mail example.org").build())
                .withMessage(
                        "renum.health.alerts.email.host 'mail example.org' is not allowed: use a name or an address");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0).build())
                .withMessage("renum.health.alerts.email.port 0 is not allowed: use 1 to 65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(25)
                        .host("mail.example.org")
                        .login("shop", Secret.of(PASSWORD))
                        .build())
                .withMessage("renum.health.alerts.email.security NONE would show the password: use STARTTLS or TLS");
    }

    @Test
    void encryptsFromTheBeginningAndChecksTheCertificate(@TempDir Path directory) throws Exception {
        Certificates certificates = Certificates.forAddress("127.0.0.1", directory);
        GreenMail server = certificates.serving(() -> server(ServerSetup.PROTOCOL_SMTPS));
        try {
            EmailSettings.Builder settings =
                    settings(server.getSmtps().getPort()).security(Security.TLS);

            Delivery distrusting = send(settings.build(), Notifications.firing("x"));
            Delivery trusting = send(settings.build(), certificates);
            Delivery elsewhere = send(settings.host("localhost").build(), certificates);

            assertThat(distrusting.toString()).startsWith("Postponed[").contains("PKIX path building failed");
            assertThat(trusting).isEqualTo(new Delivered());
            assertThat(elsewhere.toString()).startsWith("Postponed[").contains("No name matching localhost");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void turnsToTlsAndChecksTheCertificateBeforeItSaysAnything(@TempDir Path directory) throws Exception {
        Certificates certificates = Certificates.forAddress("127.0.0.1", directory);
        Map<String, String> script =
                Map.of("EHLO", "250-localhost\r\n250-AUTH PLAIN\r\n250 STARTTLS", "AUTH", "235 welcome");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script, certificates.showing())) {
            EmailSettings.Builder settings =
                    settings(server.port()).security(Security.STARTTLS).login("shop", Secret.of(PASSWORD));

            Delivery distrusting = send(settings.build(), Notifications.firing("x"));
            Delivery elsewhere = send(settings.host("localhost").build(), certificates);
            List<String> before = List.copyOf(server.commands());
            Delivery trusting = send(settings.host("127.0.0.1").build(), certificates);

            assertThat(distrusting.toString()).startsWith("Postponed[").contains("PKIX path building failed");
            assertThat(elsewhere.toString()).startsWith("Postponed[").contains("No name matching localhost");
            assertThat(before).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
            assertThat(trusting).isEqualTo(new Delivered());
        }
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 150", "PT0.1S, 100", "PT0S, 1"})
    void waitsNowhereLongerThanItsLimitOrTheDeadline(Duration remaining, String millis) {
        EmailSettings settings = settings(25).timeout(Duration.ofMillis(150)).build();
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

        Properties properties = new MailTransport(settings, timer, null, NOPLogger.NOP_LOGGER).properties(remaining);

        assertThat(properties)
                .containsEntry("mail.smtp.connectiontimeout", millis)
                .containsEntry("mail.smtp.timeout", millis)
                .containsEntry("mail.smtp.writetimeout", millis)
                .containsEntry("mail.smtp.executor.writetimeout", timer);
        timer.shutdown();
    }

    private static Delivery send(EmailSettings settings, Certificates trusted) throws Exception {
        return EmailNotifier.of(settings, trusted.trusting(), NOPLogger.NOP_LOGGER)
                .send(Notifications.firing("x"), Deadline.after(LIMIT));
    }

    @Test
    void sendsNothingInTheClearWhereItIsToBeEncrypted() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of())) {
            EmailSettings settings = settings(server.port())
                    .security(Security.STARTTLS)
                    .login("shop", Secret.of(PASSWORD))
                    .build();

            Delivery delivery = send(settings, Notifications.firing("x"));

            assertThat(delivery).isInstanceOf(Postponed.class);
            assertThat(delivery.toString()).contains("STARTTLS");
            assertThat(server.commands())
                    .noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            greeting | 421 too busy                 | P
            greeting | 554 no service here          | P
            MAIL     | 451 try again                | P
            MAIL     | 552 no space left            | P
            MAIL     | 554 sender is blocked        | P
            RCPT     | 550 no such user             | P
            RCPT     | 552 mailbox full             | P
            RCPT     | 554 Relay access denied      | P
            RCPT     | 450 mailbox busy             | P
            DATA     | 451 try again                | P
            DATA     | 554 no valid recipients      | P
            .        | 552 too large                | R
            .        | 554 looks like spam          | R
            .        | 451 try again                | P
            """)
    void takesTheAnswerForWhatItMeans(String command, String answer, String outcome) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(command, answer))) {
            Delivery delivery = send(settings(server.port()).build(), Notifications.firing("x"));

            assertThat(delivery).isInstanceOf(outcome.equals("R") ? Refused.class : Postponed.class);
        }
    }

    @Test
    void triesAgainWhatOnlyTheRefusalOfAReceiverMakesHopeless() {
        Map<String, String> script =
                Map.of("RCPT TO:<gone@example.org>", "554 Relay access denied", ".", "451 try again");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script)) {
            EmailSettings settings = settings(server.port())
                    .to("gone@example.org", "ops@example.org")
                    .build();

            assertThat(send(settings, Notifications.firing("x"))).isInstanceOf(Postponed.class);
        }
    }

    @Test
    void countsAMailAsDeliveredThatOneReceiverGets() {
        Map<String, String> script = Map.of("RCPT TO:<gone@example.org>", "550 no such user");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script)) {
            Delivery delivery = send(
                    settings(server.port())
                            .to("gone@example.org", "ops@example.org")
                            .build(),
                    Notifications.firing("x"));

            assertThat(delivery).isEqualTo(new Delivered());
            assertThat(server.commands()).contains("RCPT TO:<ops@example.org>", ".");
        }
    }

    @Test
    void countsAMailAsDeliveredThoughNobodyCanLogWhoDidNotGetIt() {
        Map<String, String> script = Map.of("RCPT TO:<gone@example.org>", "550 no such user");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script)) {
            EmailSettings settings = settings(server.port())
                    .to("gone@example.org", "ops@example.org")
                    .build();
            Logger broken = (Logger) Proxy.newProxyInstance(
                    Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                        throw new NoClassDefFoundError("Appender");
                    });

            Delivery delivery =
                    EmailNotifier.of(settings, null, broken).send(Notifications.firing("x"), Deadline.after(LIMIT));

            assertThat(delivery).isEqualTo(new Delivered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void waitsForNoAnswerLongerThanItsLimit(String command) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(command, "hang"))) {
            long begun = Ticker.system().read();

            Delivery delivery =
                    send(settings(server.port()).timeout(Duration.ofMillis(150)).build(), Notifications.firing("x"));

            assertThat(delivery).isInstanceOf(Postponed.class);
            assertThat(Duration.ofNanos(Ticker.system().read() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void showsNoPassword() {
        Map<String, String> script = Map.of(
                "EHLO", "250-localhost\r\n250 AUTH PLAIN", "AUTH", "535 " + PASSWORD + " is not the password of shop");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script)) {
            EmailSettings settings =
                    settings(server.port()).login("shop", Secret.of(PASSWORD)).build();
            EmailNotifier notifier = EmailNotifier.of(settings);

            Delivery delivery = notifier.send(Notifications.firing("x"), Deadline.after(LIMIT));

            assertThat(delivery).isInstanceOf(Postponed.class);
            assertThat(delivery.toString()).contains("535 ****");
            assertThat(delivery + " " + settings + " " + notifier).doesNotContain(PASSWORD);
        }
    }

    @Test
    void leavesNoThread() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            EmailNotifier notifier = EmailNotifier.of(
                            settings(server.getSmtp().getPort()).build())
                    .named("mail-2");
            for (int i = 0; i < 20; i++) {
                assertThat(notifier.send(Notifications.resolved(), Deadline.after(LIMIT)))
                        .isEqualTo(new Delivered());
            }

            assertThat(threads("renum-health-mail-mail-2")).isLessThanOrEqualTo(1);
            await().atMost(Duration.ofSeconds(60)).until(() -> threads("renum-health-mail-mail-2") == 0);
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsNothingWhereItIsSwitchedOff() {
        EmailNotifier notifier = EmailNotifier.of(EmailSettings.builder().build());

        assertThat(notifier.isEnabled()).isFalse();
        assertThat(notifier.name()).isEqualTo("email");
        assertThat(notifier.send(Notifications.firing("x"), Deadline.after(LIMIT)))
                .isInstanceOf(Refused.class);
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private static GreenMail server(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return server;
    }

    private static EmailSettings.Builder settings(int port) {
        return EmailSettings.builder()
                .host("127.0.0.1")
                .port(port)
                .security(Security.NONE)
                .from("shop@example.org")
                .to("ops@example.org");
    }

    private static Delivery send(EmailSettings settings, Notification notification) {
        return EmailNotifier.of(settings).send(notification, Deadline.after(LIMIT));
    }
}
