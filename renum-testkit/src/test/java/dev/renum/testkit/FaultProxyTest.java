package dev.renum.testkit;

import static dev.renum.testkit.FaultProxy.Direction.TO_CLIENT;
import static dev.renum.testkit.FaultProxy.Direction.TO_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.renum.testkit.FaultProxy.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultProxyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMillis(150);

    private EchoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new EchoServer();
        proxy = FaultProxy.to("127.0.0.1", server.port());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesBothWaysAndCountsConnections() throws IOException {
        try (Socket first = connect();
                Socket second = connect()) {

            assertThat(exchange(first, "one")).isEqualTo("one");
            assertThat(exchange(second, "two")).isEqualTo("two");

            assertThat(proxy.acceptedConnections()).isEqualTo(2);
            assertThat(proxy.openConnections()).isEqualTo(2);
            assertThat(proxy)
                    .hasToString("FaultProxy[127.0.0.1:" + proxy.port() + " -> /127.0.0.1:" + server.port() + "]");
        }
        await().untilAsserted(() -> assertThat(proxy.openConnections()).isZero());
        assertThat(proxy.acceptedConnections()).isEqualTo(2);
    }

    @Test
    void passesMoreThanOnePiece() throws IOException {
        try (Socket client = connect()) {
            byte[] much = new byte[100_000];
            Arrays.fill(much, (byte) 'x');

            client.getOutputStream().write(much);

            assertThat(client.getInputStream().readNBytes(much.length)).isEqualTo(much);
        }
    }

    @Test
    void passesTheEndOfOneDirectionAndKeepsTheOther() throws Exception {
        try (Socket client = connect()) {
            send(client, "last words");

            client.shutdownOutput();

            assertThat(client.getInputStream().readAllBytes()).hasSize(10);
            assertThat(nextReceived()).isEqualTo("last words");
            assertThat(nextReceived()).isEqualTo(EchoServer.CLOSED);
        }
    }

    @Test
    void delaysEachPieceInEachDirection() throws IOException {
        try (Socket client = connect()) {
            proxy.delay(Duration.ofMillis(100));
            long begun = System.nanoTime();

            String answer = exchange(client, "slow");

            assertThat(answer).isEqualTo("slow");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void endsADelayWhenTheNextCommandComes() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "connected");
            proxy.delay(Duration.ofDays(1));
            send(client, "held");
            assertSilent(client);

            proxy.pass();

            assertThat(read(client, 4)).isEqualTo("held");
        }
    }

    @Test
    void keepsSilentWhileHangingAndLosesNothing() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "before");
            proxy.hang();
            send(client, "held");
            assertSilent(client);

            proxy.pass();

            assertThat(read(client, 4)).isEqualTo("held");
        }
    }

    @Test
    void acceptsNewConnectionsWhileHangingButTellsTheServerNothing() throws Exception {
        proxy.hang();

        try (Socket client = connect()) {
            send(client, "hello");

            assertSilent(client);
            assertThat(server.received()).isEmpty();
            proxy.pass();
            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void cutsOpenAndNewConnectionsUntilTheNextCommand() throws Exception {
        try (Socket client = connect()) {
            exchange(client, "before");

            proxy.cut();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(nextReceived()).isEqualTo("before");
            assertThat(nextReceived()).isEqualTo(EchoServer.CLOSED);
            try (Socket next = connect()) {
                assertThat(next.getInputStream().read()).isEqualTo(-1);
            }
        }
        proxy.pass();
        try (Socket client = connect()) {
            assertThat(exchange(client, "after")).isEqualTo("after");
        }
    }

    @Test
    void resetsOpenAndNewConnections() throws Exception {
        try (Socket client = connect()) {
            exchange(client, "before");

            proxy.reset();

            assertReset(client);
            assertThat(nextReceived()).isEqualTo("before");
            assertThat(nextReceived()).isEqualTo(EchoServer.CLOSED);
            try (Socket next = connect()) {
                assertReset(next);
            }
        }
    }

    @Test
    void dropsWhatAHangHasHeldBackWhenItResets() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "before");
            proxy.hang();
            send(client, "held");
            assertSilent(client);

            proxy.reset();

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThat(server.received()).doesNotContain("held");
        }
    }

    @Test
    void refusesNewConnectionsKeepsOpenOnesAndComesBackOnTheSamePort() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "before");

            proxy.refuse();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(exchange(client, "still")).isEqualTo("still");
            proxy.pass();
            try (Socket next = connect()) {
                assertThat(exchange(next, "again")).isEqualTo("again");
            }
        }
    }

    @Test
    void saysThatSomebodyTookItsPortWhileItRefused() throws IOException {
        proxy.refuse();

        try (ServerSocket occupant = new ServerSocket()) {
            occupant.bind(new InetSocketAddress(Ports.loopback(), proxy.port()));

            assertThatThrownBy(proxy::pass)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("somebody took port " + proxy.port());
        }
    }

    @Test
    void closesTheClientsConnectionIfTheServerRefuses() throws IOException {
        // Bound and not listening: it refuses, and nobody else can take the port meanwhile.
        try (Socket refusing = new Socket()) {
            refusing.bind(new InetSocketAddress(Ports.loopback(), 0));
            try (FaultProxy toNobody = FaultProxy.to("127.0.0.1", refusing.getLocalPort());
                    Socket client = new Socket(Ports.loopback(), toNobody.port())) {
                client.setSoTimeout((int) PATIENCE.toMillis());

                assertThat(client.getInputStream().read()).isEqualTo(-1);
                await().untilAsserted(
                                () -> assertThat(toNobody.openConnections()).isZero());
            }
        }
    }

    @Nested
    final class Truncating {

        @Test
        void cutsAnAnswerAfterSoManyBytes() throws Exception {
            try (Socket client = connect()) {
                exchange(client, "before");
                proxy.truncate(TO_CLIENT, 4);

                send(client, "truncated");

                assertThat(client.getInputStream().readAllBytes()).isEqualTo(bytes("trun"));
                assertThat(nextReceived()).isEqualTo("before");
                assertThat(nextReceived()).isEqualTo("truncated");
            }
        }

        @Test
        void countsOverPiecesAndForEachConnectionAnew() throws IOException {
            proxy.truncate(TO_SERVER, 5);

            for (int connection = 0; connection < 2; connection++) {
                try (Socket client = connect()) {
                    assertThat(exchange(client, "abc")).isEqualTo("abc");
                    send(client, "defg");
                    await().untilAsserted(() -> assertThat(server.received()).endsWith("de", EchoServer.CLOSED));
                    server.received().clear();
                }
            }
        }

        @Test
        void letsNothingPassAfterZeroBytes() throws Exception {
            proxy.truncate(TO_SERVER, 0);

            try (Socket client = connect()) {
                send(client, "nothing");

                assertThat(nextReceived()).isEqualTo(EchoServer.CLOSED);
            }
        }

        @Test
        void refusesNegativeNumbers() {
            assertThatThrownBy(() -> proxy.truncate(TO_CLIENT, -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-1");
        }
    }

    @Nested
    final class AtAPattern {

        @ParameterizedTest
        @EnumSource(Fault.class)
        void letsThePatternPassAndStrikesBehindIt(Fault fault) throws Exception {
            proxy.when(TO_SERVER, bytes("COMMIT"), fault);

            try (Socket client = connect()) {
                assertThat(exchange(client, "INSERT")).isEqualTo("INSERT");
                send(client, "COMMIT;more");

                assertThat(nextReceived()).isEqualTo("INSERT");
                assertThat(nextReceived()).isEqualTo("COMMIT");
            }
        }

        @ParameterizedTest
        @EnumSource(Fault.class)
        void letsNoAnswerToThePatternPass(Fault fault) throws Exception {
            proxy.when(TO_SERVER, bytes("COMMIT"), fault);

            for (int connection = 0; connection < 50; connection++) {
                try (Socket client = connect()) {
                    send(client, "COMMIT");
                    client.setSoTimeout(5);
                    assertThat(firstByte(client)).isNegative();
                }
            }
        }

        @Test
        void resetsTheClientAndClosesTheServer() throws Exception {
            proxy.when(TO_CLIENT, bytes("OK"), Fault.RESET);

            try (Socket client = connect()) {
                send(client, "OK");

                assertReset(client);
                assertThat(nextReceived()).isEqualTo("OK");
                assertThat(nextReceived()).isEqualTo(EchoServer.CLOSED);
            }
        }

        @Test
        void hangsThatConnectionBothWaysUntilTheNextCommandAndLeavesOthersAlone() throws IOException {
            proxy.when(TO_SERVER, bytes("COMMIT"), Fault.HANG);

            try (Socket hanging = connect();
                    Socket other = connect()) {
                send(hanging, "COMMIT;");

                assertSilent(hanging);
                assertThat(exchange(other, "SELECT")).isEqualTo("SELECT");
                proxy.pass();
                assertThat(read(hanging, 7)).isEqualTo("COMMIT;");
            }
        }

        @Test
        void ignoresThePatternInTheOtherDirection() throws IOException {
            proxy.when(TO_CLIENT, bytes("never"), Fault.CUT);

            try (Socket client = connect()) {

                assertThat(exchange(client, "always")).isEqualTo("always");
            }
        }

        @Test
        void refusesAnEmptyPattern() {
            assertThatThrownBy(() -> proxy.when(TO_SERVER, new byte[0], Fault.CUT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("empty");
        }
    }

    @Nested
    final class Closing {

        @Test
        void endsConnectionsAndThreadsAndRefusesEverything() throws IOException {
            try (Socket client = connect()) {
                exchange(client, "before");
                proxy.hang();
                send(client, "held");

                proxy.close();
                proxy.close();

                assertThat(threads()).isEmpty();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
                assertThatThrownBy(FaultProxyTest.this::connect).isInstanceOf(ConnectException.class);
                assertThatThrownBy(proxy::pass).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void namesItsThreads() throws IOException {
            try (Socket client = connect()) {
                exchange(client, "connected");

                assertThat(threads()).containsExactlyInAnyOrder("accept", "to-server", "to-client");
            }
        }

        @Test
        void keepsTheFlagOfAnInterruptedCaller() {
            Thread.currentThread().interrupt();

            proxy.close();

            assertThat(Thread.interrupted()).isTrue();
        }

        private String[] threads() {
            String prefix = "renum-testkit-proxy-" + proxy.port() + "-";
            return Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .toArray(String[]::new);
        }
    }

    @Test
    void refusesANegativeDelay() {
        assertThatThrownBy(() -> proxy.delay(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(Ports.loopback(), proxy.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private String nextReceived() throws InterruptedException {
        return String.valueOf(server.received().poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private static String exchange(Socket client, String text) throws IOException {
        send(client, text);
        return read(client, text.length());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(bytes(text));
    }

    private static String read(Socket client, int length) throws IOException {
        byte[] answer = client.getInputStream().readNBytes(length);
        if (answer.length < length) {
            throw new EOFException("only " + answer.length + " bytes");
        }
        return new String(answer, StandardCharsets.US_ASCII);
    }

    private static void assertSilent(Socket client) throws IOException {
        client.setSoTimeout((int) SILENCE.toMillis());
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout((int) PATIENCE.toMillis());
    }

    /** The first byte that arrives soon, or -1 if none does. */
    private static int firstByte(Socket client) {
        try {
            return client.getInputStream().read();
        } catch (IOException silentOrReset) {
            return -1;
        }
    }

    private static void assertReset(Socket client) {
        assertThatThrownBy(() -> client.getInputStream().readAllBytes())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
