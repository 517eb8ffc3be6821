package dev.renum.http;

import static dev.renum.http.Examples.post;
import static dev.renum.http.Examples.says;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that announce a body and do not send it, or not at once. */
final class SilentClientsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String LAST = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final Filter REFUSES = (request, next) -> refusal(request);

    @ParameterizedTest
    @CsvSource({"/text, refused", "/none, '\r\n\r\n'", "/stream, '0\r\n\r\n'"})
    void areAnsweredAndCutOnceTheTimeForTheRestIsOver(String path, String end) throws Exception {
        try (RunningServer server = RunningServer.of(handler(new Patience(LONG, SHORT), REFUSES))) {

            String answer = server.exchange(announced(path));

            assertThat(answer).startsWith("HTTP/1.1 ").endsWith(end);
        }
    }

    @Test
    void areCutOnceTheTimeForABodyIsOver() throws Exception {
        try (RunningServer server = RunningServer.of(handler(new Patience(SHORT, LONG)))) {

            String answer = server.exchange(announced("/text"));

            assertThat(answer).isEmpty();
        }
    }

    @Test
    void keepTheirConnectionIfTheySendTheRestAfterTheAnswer() throws Exception {
        try (RunningServer server = RunningServer.of(handler(new Patience(LONG, LONG), REFUSES));
                Socket socket = server.open()) {
            send(socket, announced("/text"));
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(answers.readLine()).startsWith("HTTP/1.1 403");

            send(socket, "hello" + LAST);

            assertThat(answers.lines()).last().isEqualTo("refused");
        }
    }

    @Test
    void loseTheirConnectionIfTheAnswerIsAStream() throws Exception {
        try (RunningServer server = RunningServer.of(handler(new Patience(LONG, LONG), REFUSES))) {

            String answer = server.exchange(announced("/stream") + "hello");

            assertThat(answer).containsIgnoringCase("Connection: close").endsWith("0\r\n\r\n");
        }
    }

    @Test
    void cannotHideARequestBehindABrokenBodyWhateverAFilterAnswers() throws Exception {
        Filter hides = (request, next) -> next.handle(request).status() == 400 ? Response.of(400) : Response.of(403);
        try (RunningServer server = RunningServer.of(handler(new Patience(LONG, LONG), hides))) {

            String answers = server.exchange(
                    "POST /text HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + "z\r\n0\r\n\r\n" + LAST);

            assertThat(answers).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 403");
        }
    }

    private static HttpHandler handler(Patience patience, Filter... filters) {
        RouteTable routes = RouteTable.of(List.of(post("/text", says("done"))));
        return new JdkHandler(new Dispatcher(routes, List.of(filters), 1_000), patience);
    }

    private static Response refusal(Request request) {
        return switch (request.path()) {
            case "/none" -> Response.of(403);
            case "/stream" -> Response.stream("text/plain", body -> body.write("refused".getBytes(UTF_8)));
            default -> Response.text(403, "text/plain", "refused");
        };
    }

    private static String announced(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }
}
