package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import dev.renum.core.settings.Secret;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Delivery.Postponed;
import dev.renum.health.alert.Delivery.Refused;
import dev.renum.health.notify.HttpReceiver.Answer;
import dev.renum.health.notify.HttpReceiver.Received;
import dev.renum.testkit.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookNotifierTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String KEY =
            "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789".getBytes(UTF_8));
    private static final String PATH = "/hook/5ecret-path-part?key=5ecret-query";

    private final HttpReceiver receiver = new HttpReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void postsJsonThatTheReceiverCanVerify() throws Exception {
        WebhookNotifier notifier =
                WebhookNotifier.of(settings().signingKey(Secret.of(KEY)).build());

        Delivery delivery = notifier.send(Notifications.firing("is \"high\"\n"), Deadline.after(LIMIT));

        assertThat(delivery).isEqualTo(new Delivered());
        Received message = receiver.received().element();
        assertThat(message.path()).isEqualTo(PATH);
        assertThat(message.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(message.header("webhook-id")).isEqualTo("id-1").isEqualTo(message.header("Idempotency-Key"));
        assertThat(message.body()).isEqualTo("""
                {"id":"id-1","kind":"firing","severity":"error","source":"shop-1","title":"cpu-high is firing: is \\"high\\"",\
                "at":"2026-11-25T14:00:00Z","alerts":[{"id":"cpu-high{mount=/data}","rule":"cpu-high","labels":{"mount":"/data"},\
                "severity":"error","state":"firing","since":"2026-11-25T14:00:00Z","value":null,"summary":"is \\"high\\"",\
                "acknowledgedBy":"ada"}]}""");
        assertThat(message.header("webhook-signature")).isEqualTo("v1," + hmac(message));
        assertThat(Long.parseLong(message.header("webhook-timestamp")))
                .isCloseTo(Instant.now().getEpochSecond(), within(60L));
    }

    /** Computed here by the words of the specification, not by the code under test. */
    private static String hmac(Received message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("0123456789abcdef0123456789".getBytes(UTF_8), "HmacSHA256"));
        String signed = message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "200, D", "204, D", "299, D", "400, R", "413, R", "422, R", "301, P", "307, P", "401, P", "403, P", "404, P",
        "408, P", "410, P", "429, P", "500, P", "502, P", "503, P"
    })
    void takesTheStatusForWhatItMeans(int status, String outcome) throws Exception {
        receiver.answers(it -> new Answer(status, "because", Map.of("Location", "/elsewhere")));

        Delivery delivery = send(settings());

        Class<?> expected = Map.of("D", Delivered.class, "R", Refused.class, "P", Postponed.class)
                .get(outcome);
        assertThat(delivery).isInstanceOf(expected);
        assertThat(receiver.received()).as("redirects are not followed").hasSize(1);
        assertThat(receiver.received().element().headers()).doesNotContainKey("Webhook-signature");
    }

    @Test
    void takesOverHowLongTheReceiverAsksToWait() throws Exception {
        Instant inAMinute = Instant.now().plusSeconds(60);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(inAMinute.atOffset(ZoneOffset.UTC));

        assertThat(after("17")).isEqualTo(Duration.ofSeconds(17));
        assertThat(after(date)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(after("Sun, 06 Nov 1994 08:49:37 GMT")).isZero();
        assertThat(after("soon")).isNull();
        assertThat(after("-1")).isNull();
    }

    private @Nullable Duration after(String header) throws Exception {
        receiver.answers(it -> new Answer(429, "", Map.of("Retry-After", header)));
        return ((Postponed) send(settings())).after();
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        receiver.answers(it -> {
            released.await();
            return new Answer(200, "");
        });

        Delivery delivery = send(settings().timeout(Duration.ofMillis(200)));
        released.countDown();

        assertThat(delivery).isEqualTo(new Postponed("no whole answer in 200 ms", null));
    }

    @Test
    void givesUpOnAnAnswerThatDrips() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> drip(dripping), "dripping");
            server.setDaemon(true);
            server.start();
            long begun = Ticker.system().read();

            Delivery delivery = send(WebhookSettings.builder()
                    .url(Secret.of("http://localhost:" + dripping.getLocalPort() + "/"))
                    .timeout(Duration.ofMillis(300)));

            assertThat(delivery).isEqualTo(new Postponed("no whole answer in 300 ms", null));
            assertThat(Duration.ofNanos(Ticker.system().read() - begun)).isLessThan(Duration.ofSeconds(10));
            server.join(LIMIT.toMillis());
            assertThat(server.isAlive()).as("the connection is still open").isFalse();
        }
    }

    /** A byte of the body now and then, until the other side has closed. */
    private static void drip(ServerSocket dripping) {
        try (Socket client = dripping.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            client.setSoTimeout(20);
            int sent = 0;
            while (sent < 1_000) {
                sent = dripOnce(client, sent);
            }
        } catch (IOException e) {
            // That is the end that the test waits for.
        }
    }

    private static int dripOnce(Socket client, int sent) throws IOException {
        try {
            if (client.getInputStream().read() < 0) {
                return 1_000;
            }
        } catch (SocketTimeoutException e) {
            client.getOutputStream().write('x');
        }
        return sent + 1;
    }

    @Test
    void readsNoMoreThanTheBeginningOfAnAnswer() throws Exception {
        receiver.answers(it -> new Answer(500, "x".repeat(50_000_000)));

        Delivery delivery = send(settings());

        assertThat(((Postponed) delivery).reason()).startsWith("status 500 xxx").hasSizeLessThan(220);
    }

    @Test
    void waitsNoLongerThanTheDeadline() throws Exception {
        try (FaultProxy proxy = FaultProxy.to("127.0.0.1", receiver.port())) {
            proxy.hang();
            WebhookNotifier notifier = WebhookNotifier.of(WebhookSettings.builder()
                    .url(Secret.of("http://127.0.0.1:" + proxy.port() + "/"))
                    .build());
            long begun = Ticker.system().read();

            Delivery delivery = notifier.send(Notifications.firing("x"), Deadline.after(Duration.ofMillis(150)));

            assertThat(((Postponed) delivery).reason()).startsWith("no whole answer in ");
            assertThat(Duration.ofNanos(Ticker.system().read() - begun)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "cut", "refuse"})
    void postponesWhatTheNetworkLoses(String fault) throws Exception {
        try (FaultProxy proxy = FaultProxy.to("127.0.0.1", receiver.port())) {
            switch (fault) {
                case "reset" -> proxy.reset();
                case "cut" -> proxy.cut();
                default -> proxy.refuse();
            }

            Delivery delivery =
                    send(WebhookSettings.builder().url(Secret.of("http://127.0.0.1:" + proxy.port() + PATH)));

            assertThat(delivery).isInstanceOf(Postponed.class);
            assertThat(delivery.toString()).doesNotContain("5ecret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$PATH",
                "$URL",
                "http://127.0.0.1:1234/hook/5ecret-path-part",
                "no 5ecret-path-part here",
                "<5ecret-query>",
                "key '5ecret%2Bplus' is not 5ecret+plus",
                "$KEY is not the key"
            })
    void showsNeitherAddressNorKeyThoughTheReceiverRepeatsThem(String answer) throws Exception {
        String key = "5ecret key of words, not of base64";
        String path = "/hook/5ecret-path-part?key=5ecret-query&more=5ecret%2Bplus";
        Secret<String> url = receiver.url(path);
        String body =
                answer.replace("$PATH", path).replace("$URL", url.reveal()).replace("$KEY", key);
        receiver.answers(it -> new Answer(404, body));
        WebhookSettings settings =
                WebhookSettings.builder().url(url).signingKey(Secret.of(key)).build();
        WebhookNotifier notifier = WebhookNotifier.of(settings);

        Delivery delivery = notifier.send(Notifications.firing("x"), Deadline.after(LIMIT));

        assertThat(delivery.toString()).contains("status 404", "****");
        assertThat(delivery + " " + settings + " " + notifier).doesNotContain("5ecret");
    }

    @Test
    void showsNoBeginningOfItsAddressWhereTheAnswerIsCut() throws Exception {
        String path = "/" + "5ecret".repeat(100);
        receiver.answers(it -> new Answer(500, "no " + (path + " ").repeat(10)));

        Delivery delivery = send(WebhookSettings.builder().url(receiver.url(path)));

        assertThat(delivery.toString()).contains("status 500").doesNotContain("5ecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks",
                "http://example.org/5ecret",
                "ftp://localhost/5ecret",
                "https://ada:5ecret@example.org/",
                "https:///5ecret",
                "https://example.org/5ecret path",
                "file:///5ecret",
                "http://localhost.evil.org/5ecret"
            })
    void refusesAnAddressThatIsNotSafeAndDoesNotShowIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSettings.builder().url(Secret.of(url)).build())
                .withMessage(
                        "renum.health.alerts.webhook.url is not allowed: use a URL that begins with https:// and has no user-info;"
                                + " http:// only to localhost")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "whsec_c2hvcnQ=", "whsec_not base64 at all, though it is long enough"})
    void refusesAKeyThatIsTooShort(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().signingKey(Secret.of(key)).build())
                .withMessage("renum.health.alerts.webhook.signing-key is not allowed: use at least 24 characters,"
                        + " or whsec_ and as many bytes in Base64");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSettings.builder().enabled(true).build())
                .withMessage(
                        "renum.health.alerts.webhook.url is missing: set it, or renum.health.alerts.webhook.enabled=false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().timeout(Duration.ofSeconds(21)).build())
                .withMessage("renum.health.alerts.webhook.timeout PT21S is not allowed: use PT0.1S to PT20S");
    }

    @Test
    void sendsNothingWhereItIsSwitchedOff() throws Exception {
        WebhookNotifier notifier =
                WebhookNotifier.of(settings().enabled(false).build()).named("other");

        assertThat(notifier.isEnabled()).isFalse();
        assertThat(notifier.name()).isEqualTo("other");
        assertThat(notifier.send(Notifications.firing("x"), Deadline.after(LIMIT)))
                .isInstanceOf(Refused.class);
        assertThat(receiver.received()).isEmpty();
    }

    private WebhookSettings.Builder settings() {
        return WebhookSettings.builder().url(receiver.url(PATH));
    }

    private static Delivery send(WebhookSettings.Builder settings) throws InterruptedException {
        return WebhookNotifier.of(settings.build()).send(Notifications.firing("is high"), Deadline.after(LIMIT));
    }
}
