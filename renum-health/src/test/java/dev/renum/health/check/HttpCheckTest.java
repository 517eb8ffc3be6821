package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading from a socket heeds no interrupt, so limits that do not hold must end a test from another thread. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpCheckTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Nested
    final class Answers {
        @Test
        void areGoodFromARealServerWithAndWithoutPieces() throws Exception {
            HealthResult fixed = check("/fixed", server(200, 5)).check();
            HealthResult pieces = check("/pieces", server(204, -1)).check();
            HealthResult piecesWithBody = check("/pieces", server(200, 0)).check();

            assertThat(List.of(fixed.status(), pieces.status(), piecesWithBody.status()))
                    .containsOnly(HealthStatus.UP);
            assertThat(fixed.details()).containsEntry("status", "200").containsEntry("address", "127.0.0.1");
        }

        @Test
        void areBadByTheirStatus() throws Exception {
            HttpCheck check = check("/", server(500, -1));

            HealthResult bad = check.check();
            HealthResult accepted = check.statuses(200, 500).check();

            assertThat(bad.code()).isEqualTo(HealthCode.HTTP_STATUS.id());
            assertThat(bad.message()).endsWith("/ answers 500, expected is 200 to 299");
            assertThat(bad.details()).containsEntry("status", "500");
            assertThat(accepted.status()).isEqualTo(HealthStatus.UP);
        }

        @Test
        void areReadOnlyUpToTheLimit() throws Exception {
            String piece = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
            String endless = OK + "Transfer-Encoding: chunked\r\n\r\n" + piece.repeat(20);

            HealthResult pieces =
                    check(ScriptedServer.answeringAndHolding(endless)).check();
            HealthResult told = check(ScriptedServer.answeringAndHolding(OK + "Content-Length: 999999999999\r\n\r\n"))
                    .check();
            HealthResult untilTheEnd = check(ScriptedServer.trickling(OK + "\r\n", piece, Duration.ZERO))
                    .check();

            assertThat(List.of(pieces, told, untilTheEnd)).allSatisfy(result -> {
                assertThat(result.status()).isEqualTo(HealthStatus.DEGRADED);
                assertThat(result.code()).isEqualTo(HealthCode.BODY_TOO_LARGE.id());
            });
        }

        @Test
        void mayBeAsLongAsTheLimit() throws Exception {
            String twoPieces = OK + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n";

            HealthResult fits = check(ScriptedServer.answeringAndHolding(twoPieces))
                    .bodyLimit(8)
                    .check();
            HealthResult untilTheEnd = check(ScriptedServer.answering("HTTP/1.0 200\r\n\r\n12345678"))
                    .bodyLimit(8)
                    .check();
            HealthResult tooLong = check(ScriptedServer.answeringAndHolding(twoPieces))
                    .bodyLimit(7)
                    .check();

            assertThat(fits.status()).isEqualTo(HealthStatus.UP);
            assertThat(untilTheEnd.status()).isEqualTo(HealthStatus.UP);
            assertThat(tooLong.code()).isEqualTo(HealthCode.BODY_TOO_LARGE.id());
        }

        @Test
        void haveNoBodyIfTheirStatusSaysSoAndMayComeAfterInterimOnes() throws Exception {
            String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

            HealthResult result = check(ScriptedServer.answeringAndHolding(interim + "HTTP/1.1 204 No Content\r\n\r\n"))
                    .check();

            assertThat(result.details()).containsEntry("status", "204");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "nginx/1.25.3                         | nginx         | 1.25.3",
                    "Apache/2.4.58 (Ubuntu) OpenSSL/3.0.2 | Apache        | 2.4.58",
                    "Jetty(12.1.0)                        | Jetty         | 12.1.0",
                    "Microsoft-IIS/10.0                   | Microsoft-IIS | 10.0",
                    "shop/v2.3.1-rc1, x                   | shop          | 2.3.1-rc1",
                    "nginx/1.25.3 password=hunter2        | nginx         | 1.25.3",
                    "cloudflare                           |               |",
                    "Apache (Ubuntu)                      |               |",
                    "ECS (dca/24A0)                       |               |",
                    "shop/one                             |               |",
                    "shop/1.2=3                           |               |",
                    "shop/123456789012345678901234567890123 |             |",
                    "/1.2                                 |               |",
                    "''                                   |               |"
                })
        void tellTheVersionOfTheirServer(String header, @Nullable String product, @Nullable String version)
                throws Exception {
            HealthResult result = check(ScriptedServer.answering(OK + "Server: " + header + "\r\n\r\n"))
                    .check();

            assertThat(result.version()).isEqualTo(version);
            assertThat(result.details().get("product")).isEqualTo(product);
            assertThat(result.status()).isEqualTo(HealthStatus.UP);
            assertThat(result.toString()).doesNotContain("hunter2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SSH-2.0-OpenSSH_9.6\r\n",
                    "HTTP/2 200\r\n\r\n",
                    "HTTP/1.1 20 OK\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nServer: breaks",
                    OK + "Content-Length: 10\r\n\r\nshort",
                    OK + "Content-Length: ten\r\n\r\n",
                    OK + "Content-Length: -1\r\n\r\n",
                    OK + "Content-Length: +1\r\n\r\nx",
                    OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
                    OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
                    ""
                })
        void areBadIfTheyAreBroken(String answer) throws Exception {
            HealthResult result = check(ScriptedServer.answering(answer)).check();

            assertThat(result.code()).isEqualTo(HealthCode.BAD_ANSWER.id());
            assertThat(result.status()).isEqualTo(HealthStatus.DOWN);
        }

        @Test
        void areBadIfTheirHeadHasNoEnd() throws Exception {
            String interim = "HTTP/1.1 100 Continue\r\n\r\n";

            HealthResult fields = check(ScriptedServer.trickling(OK, "X: " + "y".repeat(5_000) + "\r\n", Duration.ZERO))
                    .check();
            HealthResult interims =
                    check(ScriptedServer.trickling("", interim, Duration.ZERO)).check();

            assertThat(fields.message()).contains("head has no end");
            assertThat(interims.message()).contains("interim");
        }
    }

    @Nested
    final class Time {
        @Test
        void isOverForAServerThatHangs() throws Exception {
            assertOver(ScriptedServer.silent());
        }

        @Test
        void isOverForAHeadThatComesByteByByte() throws Exception {
            assertOver(ScriptedServer.trickling(OK + "X: ", "y", Duration.ofMillis(20)));
        }

        @Test
        void isOverForABodyThatComesByteByByte() throws Exception {
            assertOver(ScriptedServer.trickling(OK + "Content-Length: 50000\r\n\r\n", "y", Duration.ofMillis(20)));
        }

        @Test
        void isOverForABodyThatStops() throws Exception {
            assertOver(ScriptedServer.answeringAndHolding(OK + "Content-Length: 50\r\n\r\nhalf"));
        }

        private void assertOver(ScriptedServer.Script script) throws Exception {
            HttpCheck check = check(script).limit(SHORT);
            long begun = System.nanoTime();

            HealthResult result = check.check();

            assertThat(result.code()).isEqualTo(HealthCode.NO_ANSWER.id());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Nested
    final class Redirects {
        @Test
        void areRefusedUnlessAskedFor() throws Exception {
            ScriptedServer end = open(ScriptedServer.answering(OK + "Content-Length: 0\r\n\r\n"));
            HttpCheck check = check(redirecting(end.uri("/there?token=hunter2").toString()));

            HealthResult refused = check.check();
            HealthResult followed = check.followRedirects(1).check();
            HealthResult accepted = check.statuses(302, 302).check();

            assertThat(refused.code()).isEqualTo(HealthCode.REDIRECT_REFUSED.id());
            assertThat(refused.message()).contains("/there").doesNotContain("hunter2");
            assertThat(followed.status()).isEqualTo(HealthStatus.UP);
            assertThat(accepted.status()).isEqualTo(HealthStatus.UP);
        }

        @Test
        void endInALoop() throws Exception {
            ScriptedServer loop = open(redirecting("/again"));

            HealthResult result = patient(loop.uri("/")).followRedirects(3).check();

            assertThat(result.message()).endsWith("after 3 that were followed");
            assertThat(loop.requests()).hasSize(4);
        }

        @Test
        void doNotLeadToAnotherPrivateHost() throws Exception {
            ScriptedServer inner = open(ScriptedServer.answering(OK + "\r\n"));

            HealthResult result = check(redirecting("http://127.0.0.1:" + inner.port() + "/"))
                    .followRedirects(1)
                    .check();

            assertThat(result.code()).isEqualTo(HealthCode.PRIVATE_TARGET.id());
            assertThat(inner.requests()).isEmpty();
        }

        @Test
        void takeNoHeaderToAnotherPort() throws Exception {
            ScriptedServer end = open(ScriptedServer.answering(OK + "\r\n"));
            ScriptedServer start = open(redirecting(end.uri("/").toString()));

            patient(start.uri("/"))
                    .followRedirects(1)
                    .header("Authorization", "Bearer hunter2")
                    .check();

            assertThat(start.requests()).singleElement().asString().contains("Authorization: Bearer hunter2\r\n");
            assertThat(end.requests()).singleElement().asString().doesNotContain("hunter2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ftp://localhost/", "http://user:hunter2@localhost/", "http:// localhost/", "http:///"})
        void leadNowhereElse(String location) throws Exception {
            HealthResult result =
                    check(redirecting(location)).followRedirects(5).check();

            assertThat(result.code()).isEqualTo(HealthCode.REDIRECT_REFUSED.id());
            assertThat(result.toString()).doesNotContain("hunter2");
        }

        private static ScriptedServer.Script redirecting(String location) {
            return ScriptedServer.answering(
                    "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
        }

        private ScriptedServer open(ScriptedServer.Script script) {
            return HttpCheckTest.this.open(script);
        }
    }

    @Test
    void connectsToNoPrivateAddressUnlessItMay() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering(OK + "\r\n"));

        HealthResult byName = HttpCheck.of(server.uri("/")).limit(PATIENT).check();
        HealthResult byAddress = HttpCheck.of(URI.create("http://127.0.0.1:" + server.port()))
                .limit(PATIENT)
                .check();
        HealthResult other = HttpCheck.of(URI.create("http://[::ffff:169.254.169.254]/latest"))
                .check();

        assertThat(List.of(byName.code() + "", byAddress.code() + "", other.code() + ""))
                .containsOnly(HealthCode.PRIVATE_TARGET.id());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        ScriptedServer gone = open(ScriptedServer.silent());
        gone.close();

        assertThat(patient(gone.uri("/")).check().code()).isEqualTo(HealthCode.CONNECT_FAILED.id());
    }

    @Test
    void asksForPathAndQueryAndShowsNoQuery() throws Exception {
        ScriptedServer server = open(ScriptedServer.answering("HTTP/1.1 404 Not Found\r\n\r\n"));

        HealthResult result = patient(server.uri("/a%20b/é?key=hunter2"))
                .header("user-agent", "probe/1")
                .check();

        assertThat(server.requests())
                .containsExactly("GET /a%20b/%C3%A9?key=hunter2 HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nConnection: close\r\nuser-agent: probe/1\r\n\r\n");
        assertThat(result.toString()).doesNotContain("hunter2");
        assertThat(result.message()).contains("/a%20b/%C3%A9 answers 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "/relative",
                "http:///path",
                "http://my_service:8080/",
                "http://example.org:70000/",
                "http://example.org:0/",
                "https://user:hunter2@example.org/"
            })
    void refusesAUrlThatItCannotAskFor(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpCheck.of(URI.create(url)))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).startsWith("URL '").doesNotContain("hunter2"));
    }

    @Test
    void refusesWhatItCannotDo() {
        HttpCheck check = HttpCheck.of(URI.create("http://example.org"));

        assertThatIllegalArgumentException().isThrownBy(() -> check.statuses(199, 299));
        assertThatIllegalArgumentException().isThrownBy(() -> check.statuses(300, 299));
        assertThatIllegalArgumentException().isThrownBy(() -> check.statuses(200, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> check.bodyLimit(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> check.followRedirects(11));
        assertThatIllegalArgumentException().isThrownBy(() -> check.limit(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> check.header("Host", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> check.header("a b", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.header("Authorization", "hunter2\r\nHost: evil"))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hunter2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.certificateEnds(Duration.ofDays(1), Duration.ofDays(2)));
    }

    private ScriptedServer open(ScriptedServer.Script script) {
        ScriptedServer server = ScriptedServer.playing(script);
        opened.add(server);
        return server;
    }

    private HttpCheck check(ScriptedServer.Script script) {
        return patient(open(script).uri("/"));
    }

    private static HttpCheck check(String path, HttpServer server) {
        return patient(URI.create("http://localhost:" + server.getAddress().getPort() + path));
    }

    private static HttpCheck patient(URI uri) {
        return HttpCheck.of(uri).allowPrivate().limit(PATIENT);
    }

    /** The server of the JDK; a length of 0 means pieces, -1 no body. */
    private HttpServer server(int status, long length) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, length);
            if (length >= 0) {
                exchange.getResponseBody().write("hello".getBytes(UTF_8));
            }
            exchange.close();
        });
        server.start();
        opened.add(() -> server.stop(0));
        return server;
    }
}
