package dev.renum.http;

import static dev.renum.http.Examples.get;
import static dev.renum.http.Examples.post;
import static dev.renum.http.Examples.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BodiesTest {
    private static final Handler COUNTS =
            request -> Response.text(200, "text/plain", Integer.toString(request.body().length));

    @Test
    void takesABodyAsLongAsTheLimitButNotLonger() throws Exception {
        try (RunningServer server =
                RunningServer.of(JdkAdapter.handler(List.of(post("/a", COUNTS)), List.of(), 1_000))) {

            assertThat(server.post("/a", "x".repeat(1_000)).body()).isEqualTo("1000");
            HttpResponse<String> longer = server.post("/a", "x".repeat(1_001));

            assertThat(longer.statusCode()).isEqualTo(413);
            assertThat(longer.body()).contains("RNM-HTP-008", "\"limit\":1000");
        }
    }

    @Test
    void refusesALongBodyOfUnknownLength() throws Exception {
        try (RunningServer server = RunningServer.of(post("/a", COUNTS))) {

            HttpResponse<String> response = server.send(
                    "POST", "/a", BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(70_000))));

            assertThat(response.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void refusesAnAnnouncedLongBodyBeforeItComes() throws Exception {
        try (RunningServer server = RunningServer.of(post("/a", COUNTS));
                Socket socket = server.open()) {

            socket.getOutputStream()
                    .write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n".getBytes(UTF_8));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();

            assertThat(status).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void answersAClientThatWaitsForTheAnswerBeforeItSendsTheRest() throws Exception {
        Filter denies = (request, next) -> Response.text(403, "text/plain", "no");
        Filter deniesWithoutBody = (request, next) -> Response.of(403);

        assertThat(statusOfHalfSentRequest(patient(1_000))).startsWith("HTTP/1.1 413");
        assertThat(statusOfHalfSentRequest(patient(64_000, denies))).startsWith("HTTP/1.1 403");
        assertThat(statusOfHalfSentRequest(patient(64_000, deniesWithoutBody))).startsWith("HTTP/1.1 403");
    }

    @Test
    void answersAClientThatSendsTenMegabytes() throws Exception {
        try (RunningServer server = RunningServer.of(patient(1_000))) {
            assertThat(server.post("/a", "x".repeat(10_000_000)).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void refusesABodyWhoseChunksAreMalformed() throws Exception {
        try (RunningServer server = RunningServer.of(post("/a", COUNTS))) {

            String answer =
                    server.exchange("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n");

            assertThat(answer).startsWith("HTTP/1.1 400").contains("RNM-HTP-009");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"z\r\n\r\n", "z0\r\n\r\n", "-1\r\n\r\n", "3\r\nabcX0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n"})
    void takesNothingBehindABrokenBodyForARequest(String body) throws Exception {
        try (RunningServer server = RunningServer.of(post("/a", COUNTS), get("/b", says("smuggled")))) {

            String answers = server.exchange("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body
                    + "GET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answers).startsWith("HTTP/1.1 400").doesNotContain("smuggled");
        }
    }

    @Test
    void keepsTheConnectionWhenNobodyReadASmallBody() throws Exception {
        Filter denies = (request, next) -> Response.of(403);
        String post = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
        String last = "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (RunningServer server =
                RunningServer.of(JdkAdapter.handler(List.of(post("/a", COUNTS)), List.of(denies)))) {

            String answers = server.exchange(post + post + last);

            assertThat(answers.split("HTTP/1.1 403", -1)).hasSize(4);
        }
    }

    @Test
    void refusesALimitThatIsNotAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdkAdapter.handler(List.of(), List.of(), -1))
                .withMessageContaining("body limit -1");
    }

    @Test
    void streamsABodyAsItComes() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        Handler handler = request -> Response.stream("text/plain", body -> {
            body.write("first\n".getBytes(UTF_8));
            body.flush();
            await(received);
            body.write('!');
        });
        try (RunningServer server = RunningServer.of(get("/a", handler));
                Socket socket = server.open()) {
            socket.getOutputStream().write("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

            String line = lines.readLine();
            while (!line.equals("first")) {
                line = lines.readLine();
            }
            received.countDown();

            assertThat(lines.lines().toList()).endsWith("1", "!", "0", "");
        }
    }

    @Test
    void cutsTheConnectionOfABodyThatFailsOnItsWay() throws Exception {
        Handler handler = request -> Response.stream("text/plain", body -> {
            try (OutputStream closed = body) {
                closed.write("part".getBytes(UTF_8));
                throw new IllegalStateException("secret");
            }
        });
        try (RecordingLog log = new RecordingLog();
                RunningServer server = RunningServer.of(get("/a", handler))) {

            String answer = server.exchange("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer).contains("part").doesNotEndWith("0\r\n\r\n").doesNotContain("secret");
            assertThat(log.next().getMessage()).contains("RNM-HTP-011");
            assertThat(log.rest()).isEmpty();
        }
    }

    @Test
    void saysNothingOfAClientThatGoesAway() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Handler handler = request -> Response.stream("text/plain", body -> {
            try {
                while (true) {
                    body.write(new byte[64 * 1024]);
                    body.flush();
                }
            } catch (IOException e) {
                failed.countDown();
                throw e;
            }
        });
        try (RecordingLog log = new RecordingLog()) {
            try (RunningServer server = RunningServer.of(get("/a", handler), get("/b", says("alive")))) {

                try (Socket socket = server.open()) {
                    socket.getOutputStream().write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
                await(failed);

                assertThat(server.get("/b").body()).isEqualTo("alive");
            }
            assertThat(log.rest()).isEmpty();
        }
    }

    @Test
    void sendsNoBodyWithAnswersThatHaveNone() throws Exception {
        try (RunningServer server = RunningServer.of(
                get("/none", request -> Response.of(204)),
                get("/same", request -> Response.of(304)),
                get("/empty", says("")))) {

            assertThat(server.raw("GET /none HTTP/1.1"))
                    .startsWith("HTTP/1.1 204")
                    .endsWith("\r\n\r\n");
            assertThat(server.raw("GET /same HTTP/1.1"))
                    .startsWith("HTTP/1.1 304")
                    .endsWith("\r\n\r\n");
            assertThat(server.get("/empty").headers().firstValue("Content-Length"))
                    .hasValue("0");
        }
    }

    /** One that waits for bodies for longer than any of these tests takes. */
    private static HttpHandler patient(int bodyLimit, Filter... filters) {
        RouteTable routes = RouteTable.of(List.of(post("/a", COUNTS)));
        Patience patience = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5));
        return new JdkHandler(new Dispatcher(routes, List.of(filters), bodyLimit), patience);
    }

    /** What is missing is less than the server reads of its own accord, so closing the exchange waits for it. */
    private static String statusOfHalfSentRequest(HttpHandler handler) throws IOException {
        try (RunningServer server = RunningServer.of(handler);
                Socket socket = server.open()) {
            socket.getOutputStream()
                    .write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\nabc".getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
