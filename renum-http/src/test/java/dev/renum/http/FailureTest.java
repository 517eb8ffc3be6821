package dev.renum.http;

import static dev.renum.http.Examples.get;
import static dev.renum.http.Examples.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureTest {
    private static final Pattern INCIDENT = Pattern.compile("\"incident\":\"([0-9a-f]{16})\"");

    @Test
    void hidesTheInsideAndNamesTheIdUnderWhichItIsLoggedOnce() throws Exception {
        Handler fails = request -> {
            throw new IOException("password=hunter2 at db.internal");
        };
        try (RecordingLog log = new RecordingLog();
                RunningServer server = RunningServer.of(get("/a/{id}", fails))) {

            HttpResponse<String> response = server.get("/a/7");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("RNM-HTP-010").doesNotContain("hunter2", "IOException", "\tat ");
            LogRecord logged = log.next();
            assertThat(logged.getMessage()).contains("RNM-HTP-010", incidentOf(response), "GET /a/{id}");
            assertThat(logged.getThrown()).hasMessageContaining("hunter2");
            assertThat(log.rest()).isEmpty();
        }
    }

    @Test
    void answersForAHandlerOrFilterThatReturnsNull() throws Exception {
        try (RecordingLog log = new RecordingLog();
                RunningServer server = RunningServer.of(get("/a", FailureTest::nothing));
                RunningServer filtered =
                        RunningServer.of(JdkAdapter.handler(List.of(), List.of((request, next) -> nothing(request))))) {

            assertThat(server.get("/a").statusCode()).isEqualTo(500);
            assertThat(filtered.get("/a").statusCode()).isEqualTo(500);

            assertThat(log.next().getThrown()).hasMessageContaining("returned null");
            assertThat(log.next().getMessage()).contains("unmatched");
        }
    }

    @Test
    void answersForErrorsThatAreNotOfTheVm() throws Exception {
        Handler fails = request -> {
            throw new NoClassDefFoundError("com/example/Absent");
        };
        try (RecordingLog log = new RecordingLog();
                RunningServer server = RunningServer.of(get("/a", fails), get("/b", says("alive")))) {

            assertThat(server.get("/a").statusCode()).isEqualTo(500);
            assertThat(server.get("/b").body()).isEqualTo("alive");

            assertThat(log.next().getThrown()).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void answersForAFailureThatCannotBeReadAndLogsItsType() {
        Dispatcher dispatcher = dispatcher(request -> {
            throw new IOException("unreadable for a test");
        });

        try (RecordingLog log = new RecordingLog(record -> record.getThrown() != null)) {
            assertThat(dispatcher.respond(incoming()).status()).isEqualTo(500);

            assertThat(log.rest())
                    .singleElement()
                    .satisfies(record -> assertThat(record.getMessage())
                            .contains("RNM-HTP-010", "incident=", "java.io.IOException"));
        }
    }

    @Test
    void answersAlsoWhereTheLogFailsAltogether() throws Exception {
        Handler fails = request -> {
            throw new IOException("for a test");
        };
        try (RecordingLog log = new RecordingLog(record -> true);
                RunningServer server = RunningServer.of(get("/a", fails))) {

            assertThat(server.get("/a").statusCode()).isEqualTo(500);

            assertThat(log.rest()).isEmpty();
        }
    }

    @Test
    void letsErrorsOfTheVmPass() {
        Dispatcher dispatcher = dispatcher(request -> {
            throw new OutOfMemoryError("for a test");
        });

        assertThatThrownBy(() -> dispatcher.respond(incoming())).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void doesNotLeaveTheClientWaitingForAnErrorOfTheVm() throws Exception {
        Handler fails = request -> {
            throw new OutOfMemoryError("for a test");
        };
        try (RunningServer server = RunningServer.of(get("/a", fails))) {
            assertThat(server.exchange("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")).isEmpty();
            assertThat(server.nextUncaught()).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutsAStreamThatAnErrorOfTheVmBreaksOff(boolean flushed) throws Exception {
        Handler fails = request -> Response.stream("text/plain", body -> {
            body.write("part".getBytes(UTF_8));
            if (flushed) {
                body.flush();
            }
            throw new OutOfMemoryError("for a test");
        });
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
        try (RunningServer server = RunningServer.of(get("/a", fails))) {
            assertThat(server.exchange("GET /a HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .doesNotContain("\0")
                    .doesNotEndWith("0\r\n\r\n");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void keepsTheFlagOfAnInterrupt() {
        Dispatcher dispatcher = dispatcher(request -> {
            throw new InterruptedException("for a test");
        });

        try (RecordingLog log = new RecordingLog()) {
            Response response = dispatcher.respond(incoming());

            assertThat(response.status()).isEqualTo(500);
            assertThat(log.rest()).hasSize(1);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Dispatcher dispatcher(Handler handler) {
        return new Dispatcher(RouteTable.of(List.of(get("/a", handler))), List.of(), 0);
    }

    private static Incoming incoming() {
        return new Incoming(
                "GET",
                "/a",
                null,
                Headers.none(),
                InetAddress.getLoopbackAddress(),
                new ByteArrayInputStream(new byte[0]));
    }

    @SuppressWarnings("NullAway") // What a host without a checker may write.
    private static Response nothing(Request request) {
        return null;
    }

    private static String incidentOf(HttpResponse<String> response) {
        Matcher matcher = INCIDENT.matcher(response.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
