package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading from a socket heeds no interrupt, so limits that do not hold must end a test from another thread. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpCertificateTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final ScriptedServer.Script OK =
            ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TestCertificates.in(folder)
                .add("good", "localhost", 20, 30)
                .add("ended", "localhost", 20, 15)
                .add("other", "other.example", 1, 30);
    }

    @Test
    void tellsTheDaysThatACertificateLasts() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(certificates.showing("good"), OK)) {
            HealthResult result = check(server)
                    .certificateEnds(Duration.ofDays(5), Duration.ofDays(2))
                    .check();

            assertThat(result.status()).isEqualTo(HealthStatus.UP);
            assertThat(result.details()).containsEntry("certificate.days", "9").containsKey("certificate.end");
        }
    }

    @Test
    void isDegradedByACertificateThatEndsSoonAndBySooner() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(certificates.showing("good"), OK)) {
            HealthResult soon = check(server).check();
            HealthResult sooner = check(server).clock(inDays(8)).check();

            assertThat(soon.status()).isEqualTo(HealthStatus.DEGRADED);
            assertThat(soon.code()).isEqualTo(HealthCode.CERTIFICATE_ENDS_SOON.id());
            assertThat(soon.message()).endsWith(" ends in 9 days");
            assertThat(sooner.status()).isEqualTo(HealthStatus.DEGRADED);
            assertThat(sooner.code()).isEqualTo(HealthCode.CERTIFICATE_ENDS.id());
        }
    }

    @Test
    void isDownByACertificateThatHasEnded() throws Exception {
        try (ScriptedServer good = ScriptedServer.tls(certificates.showing("good"), OK);
                ScriptedServer ended = ScriptedServer.tls(certificates.showing("ended"), OK)) {
            HealthResult later = check(good).clock(inDays(12)).check();
            HealthResult now = check(ended).check();

            assertThat(later.status()).isEqualTo(HealthStatus.DOWN);
            assertThat(later.code()).isEqualTo(HealthCode.CERTIFICATE_ENDED.id());
            assertThat(later.details()).containsEntry("certificate.days", "-3");
            assertThat(now.code()).isEqualTo(HealthCode.CERTIFICATE_ENDED.id());
            assertThat(now.details()).containsEntry("certificate.days", "-6");
        }
    }

    @Test
    void isDownByACertificateThatIsNotTrusted() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(certificates.showing("good"), OK)) {
            HealthResult result =
                    HttpCheck.of(server.uri("/")).allowPrivate().limit(PATIENT).check();

            assertThat(result.code()).isEqualTo(HealthCode.CERTIFICATE_REFUSED.id());
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void isDownByTheCertificateOfAnotherHost() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(certificates.showing("other"), OK)) {
            HealthResult result = check(server).check();

            assertThat(result.code()).isEqualTo(HealthCode.CERTIFICATE_REFUSED.id());
            assertThat(result.message()).contains("localhost");
        }
    }

    @Test
    void isDownWhereTlsIsNotSpokenOrNotGoneOnWith() throws Exception {
        try (ScriptedServer plain = ScriptedServer.playing(ScriptedServer.speakingFirst("HTTP/1.1 400 Bad\r\n\r\n"));
                ScriptedServer silent = ScriptedServer.playing(ScriptedServer.silent())) {
            HealthResult spoken = check(plain).check();
            HealthResult hung = check(silent).limit(Duration.ofMillis(300)).check();

            assertThat(spoken.code()).isEqualTo(HealthCode.TLS_FAILED.id());
            assertThat(hung.code()).isEqualTo(HealthCode.NO_ANSWER.id());
        }
    }

    @Test
    void tellsTheDaysOfAServerThatFails() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(
                certificates.showing("good"), ScriptedServer.answering("HTTP/1.1 503 Busy\r\n\r\n"))) {
            HealthResult result = check(server).check();

            assertThat(result.code()).isEqualTo(HealthCode.HTTP_STATUS.id());
            assertThat(result.details()).containsEntry("certificate.days", "9");
        }
    }

    @Test
    void goesFromTlsToNothingLess() throws Exception {
        try (ScriptedServer plain = ScriptedServer.playing(OK);
                ScriptedServer server = ScriptedServer.tls(
                        certificates.showing("good"),
                        ScriptedServer.answering("HTTP/1.1 301 Moved\r\nLocation: " + plain.uri("/") + "\r\n\r\n"))) {
            HealthResult result = check(server).followRedirects(5).check();

            assertThat(result.code()).isEqualTo(HealthCode.REDIRECT_REFUSED.id());
            assertThat(plain.requests()).isEmpty();
        }
    }

    @Test
    void givesTheDaysToTheMonitorAsAFigure() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(certificates.showing("good"), OK);
                HealthMonitor monitor = HealthMonitor.builder(
                                HealthSettings.builder().build())
                        .check(CheckSpec.of("shop", check(server)).timeout(PATIENT))
                        .check(CheckSpec.of("odd", () -> HealthResult.up().withDetail("certificate.days", "few")))
                        .build()) {
            monitor.refresh(PATIENT);

            assertThat(gauges(monitor, "renum.health.certificate.days"))
                    .containsEntry("shop", 9.0)
                    .containsEntry("odd", Double.NaN)
                    .hasSize(2);
        }
    }

    private static HttpCheck check(ScriptedServer server) throws Exception {
        return HttpCheck.of(URI.create("https://localhost:" + server.port() + "/"))
                .allowPrivate()
                .limit(PATIENT)
                .tls(certificates.trusting());
    }

    private static Clock inDays(int days) {
        return Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
    }

    private static Map<String, Double> gauges(HealthMonitor monitor, String name) {
        Map<String, Double> found = new HashMap<>();
        monitor.measure(new MetricSink() {
            @Override
            public void gauge(Metric metric, double value, String... tags) {
                if (metric.name().equals(name)) {
                    found.put(tags[1], value);
                }
            }

            @Override
            public void counter(Metric metric, double total, String... tags) {}

            @Override
            public void timer(Metric metric, long count, long totalNanos, String... tags) {}
        });
        return found;
    }
}
