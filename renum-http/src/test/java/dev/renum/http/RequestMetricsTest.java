package dev.renum.http;

import static dev.renum.http.Examples.get;
import static dev.renum.http.Examples.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.renum.core.RequestObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RequestMetricsTest {
    private final Recorder recorder = new Recorder();

    @Nested
    final class OfRoutes {
        @Test
        void namesTheTemplateAndTheStatus() throws Exception {
            try (RunningServer server = RunningServer.of(
                    JdkAdapter.handler(List.of(get("/a/{id}", says("x"))), List.of(RequestMetrics.filter(recorder))))) {
                server.get("/a/7");
                assertThat(recorder.next()).isEqualTo("GET /a/{id} 200");

                server.get("/b");
                assertThat(recorder.next()).isEqualTo("GET null 404");

                server.raw("BREW /a/7 HTTP/1.1");
                assertThat(recorder.next()).isEqualTo("OTHER null 501");
                assertThat(recorder.isEven()).isTrue();
            }
        }

        @Test
        void countsAnExceptionAsFailure() throws Exception {
            Handler fails = request -> {
                throw new IllegalStateException("for a test");
            };
            try (RecordingLog log = new RecordingLog();
                    RunningServer server = RunningServer.of(
                            JdkAdapter.handler(List.of(get("/a", fails)), List.of(RequestMetrics.filter(recorder))))) {
                server.get("/a");

                assertThat(recorder.next()).isEqualTo("GET /a 500");
                assertThat(recorder.isEven()).isTrue();
                assertThat(log.next().getThrown()).hasMessage("for a test");
            }
        }
    }

    @Nested
    final class OfContexts {
        @Test
        void namesThePathOfTheContext() throws Exception {
            try (RunningServer server = RunningServer.of(
                    JdkAdapter.handler(List.of(get("/a", says("x"))), List.of()), RequestMetrics.jdk(recorder))) {
                server.get("/a");
                // The client has its answer before the handler returns: only this keeps the two ends in order.
                assertThat(recorder.next()).isEqualTo("GET / 200");

                server.raw("BREW /a HTTP/1.1");
                assertThat(recorder.next()).isEqualTo("OTHER / 501");
                assertThat(recorder.isEven()).isTrue();
            }
        }

        @Test
        void tellsTheStatusOfAnAnswerWithoutBody() throws Exception {
            HttpHandler handler = JdkAdapter.handler(List.of(get("/a", request -> Response.of(204))), List.of());
            try (RunningServer server = RunningServer.of(handler, RequestMetrics.jdk(recorder))) {
                server.get("/a");
                assertThat(recorder.next()).isEqualTo("GET / 204");

                server.raw("HEAD /a HTTP/1.1");
                assertThat(recorder.next()).isEqualTo("HEAD / 204");
            }
        }

        @Test
        void takesTheTemplateThatTheHostGives() throws Exception {
            HttpHandler handler = JdkAdapter.handler(List.of(get("/a", says("x"))), List.of());
            try (RunningServer given =
                            RunningServer.of(handler, RequestMetrics.jdk(recorder, exchange -> "/given/{id}"));
                    RunningServer failing = RunningServer.of(handler, RequestMetrics.jdk(recorder, exchange -> {
                        throw new IllegalStateException("for a test");
                    }))) {

                given.get("/a");
                assertThat(recorder.next()).isEqualTo("GET /given/{id} 200");

                assertThat(failing.get("/a").body()).isEqualTo("x");
                assertThat(recorder.next()).isEqualTo("GET null 200");
            }
        }

        @Test
        void countsAHandlerThatThrowsOrDoesNotAnswerAsFailure() throws Exception {
            HttpHandler throwsIt = exchange -> {
                throw new IOException("for a test");
            };
            HttpHandler forgets = exchange -> exchange.getRequestBody().close();
            try (RunningServer throwing = RunningServer.of(throwsIt, RequestMetrics.jdk(recorder));
                    RunningServer silent = RunningServer.of(forgets, RequestMetrics.jdk(recorder));
                    Socket socket = silent.open()) {

                assertThat(throwing.raw("GET / HTTP/1.1")).isEmpty();
                assertThat(recorder.next()).isEqualTo("GET / 500");

                socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(recorder.next()).isEqualTo("GET / 500");
                assertThat(recorder.isEven()).isTrue();
            }
        }

        @Test
        void tellsOnceOfAClientThatGoesAway() throws Exception {
            HttpHandler endless = exchange -> {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream body = exchange.getResponseBody()) {
                    while (true) {
                        body.write(new byte[64 * 1024]);
                    }
                }
            };
            try (RunningServer server = RunningServer.of(endless, RequestMetrics.jdk(recorder))) {

                try (Socket socket = server.open()) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }

                assertThat(recorder.next()).isEqualTo("GET / 500");
                assertThat(recorder.isEven()).isTrue();
            }
        }
    }

    /** Keeps what it is told; an end that belongs to no beginning fails the test. */
    private static final class Recorder implements RequestObserver {
        private final AtomicLong begun = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();
        private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

        @Override
        public long begin() {
            return begun.incrementAndGet();
        }

        @Override
        public void end(long begun, String method, @Nullable String routeTemplate, int status) {
            ended.incrementAndGet();
            ends.add(method + " " + routeTemplate + " " + status);
        }

        @Nullable
        String next() throws InterruptedException {
            return ends.poll(10, TimeUnit.SECONDS);
        }

        boolean isEven() {
            return begun.get() == ended.get() && ends.isEmpty();
        }
    }
}
