package dev.renum.monitoring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.settings.Secret;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers who keep threads busy, more of them than there are threads. */
final class SlowClientsTest {
    /** Less than the 5 s after which a body that does not come is given up anyway. */
    private static final int LIMIT_MILLIS = 4_500;

    private static final int STRANGERS = ServerThreads.MAX_THREADS + 8;
    private static final String PROBE = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String UNSENT_BODY = "Host: x\r\nContent-Length: 10\r\n\r\n";

    private final HealthMonitor health =
            HealthMonitor.builder(HealthSettings.builder().build()).build();
    private final MonitoringServer server = Monitoring.builder(MonitoringSettings.builder()
                    .port(0)
                    .token(Secret.of("0123456789012345678901"))
                    .build())
            .health(health)
            .open();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
        health.close();
    }

    @Test
    void doNotKeepAProbeWaitingByHalfAHeader() throws Exception {
        for (int i = 0; i < STRANGERS; i++) {
            send("GET /health/live HTTP/1.1\r\nHos");
        }

        Socket probe = send(PROBE);
        // Nothing else ever ends half a header, so there is no hurry to tell.
        probe.setSoTimeout(30_000);

        assertThat(firstLine(probe)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /nowhere HTTP/1.1\r\n" + UNSENT_BODY,
                "GET /health/live HTTP/1.1\r\n" + UNSENT_BODY,
                "HEAD /health/live HTTP/1.1\r\n" + UNSENT_BODY
            })
    void doNotKeepAProbeWaitingByABodyThatDoesNotCome(String request) throws Exception {
        for (int i = 0; i < STRANGERS; i++) {
            send(request);
        }

        Socket probe = send(PROBE);

        assertThat(firstLine(probe)).startsWith("HTTP/1.1 200");
    }

    @Test
    void areAnsweredBeforeTheirBodyComes() throws Exception {
        for (int i = 0; i < STRANGERS; i++) {
            assertThat(firstLine(send("POST /nowhere HTTP/1.1\r\n" + UNSENT_BODY)))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void areLeftInPeaceWhileThereIsAThreadForEverybody() throws Exception {
        Socket slow = send("GET /health/live HTTP/1.1\r\nHos");

        for (int i = 0; i < STRANGERS; i++) {
            assertThat(firstLine(send(PROBE))).startsWith("HTTP/1.1 200");
        }
        slow.getOutputStream().write("t: x\r\n\r\n".getBytes(US_ASCII));

        assertThat(firstLine(slow)).startsWith("HTTP/1.1 200");
    }

    private Socket send(String request) throws IOException {
        URI url = server.url().orElseThrow();
        Socket socket = new Socket(url.getHost(), url.getPort());
        sockets.add(socket);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }
}
