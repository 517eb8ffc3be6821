package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.renum.core.Deadline;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.testkit.FaultProxy;
import dev.renum.testkit.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading from a socket heeds no interrupt, so limits that do not hold must end a test from another thread. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TcpCheckTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void takesAPortForUpThatTakesAConnectionButNoneThatAnswersNothingWhenAsked() throws Exception {
        try (ScriptedServer silent = ScriptedServer.playing(ScriptedServer.silent())) {
            HealthResult connected = patient(silent.port()).check();
            HealthResult asked = patient(silent.port())
                    .limit(SHORT)
                    .exchange("PING\r\n", "+PONG")
                    .check();

            assertThat(connected.status()).isEqualTo(HealthStatus.UP);
            assertThat(connected.details()).containsEntry("address", "127.0.0.1");
            assertThat(asked.code()).isEqualTo(HealthCode.NO_ANSWER.id());
            assertThat(asked.message()).startsWith("localhost:" + silent.port());
        }
    }

    @Test
    void tellsARefusalFromABlackHole() throws Exception {
        try (BlackHole hole = BlackHole.open()) {
            HealthResult lost =
                    TcpCheck.of("localhost", hole.port()).limit(SHORT).check();
            hole.stopListening();
            HealthResult refused = patient(hole.port()).check();

            assertThat(lost.code()).isEqualTo(HealthCode.CONNECT_TIMEOUT.id());
            assertThat(refused.code()).isEqualTo(HealthCode.CONNECT_FAILED.id());
            assertThat(refused.message()).containsIgnoringCase("refused");
        }
    }

    @Test
    void asksARealServer() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            TcpCheck check = patient(redis.port());

            HealthResult answered = check.exchange("PING\r\n", "+PONG\r\n").check();
            HealthResult other = check.exchange("AUTH hunter2\r\n", "+OK").check();

            assertThat(answered.status()).isEqualTo(HealthStatus.UP);
            assertThat(other.code()).isEqualTo(HealthCode.BAD_ANSWER.id());
            assertThat(other.message()).contains(" answers '-ERR").doesNotContain("hunter2");
        }
    }

    @Test
    void tellsTheVersionOfARealServerAlsoBehindAPassword() throws Exception {
        try (RedisServer open = RedisServer.start();
                RedisServer closed =
                        RedisServer.builder().config("requirepass hunter2").start()) {
            HealthResult told = patient(open.port())
                    .exchange("INFO server\r\n", "$")
                    .versionAfter("redis_version:")
                    .check();
            HealthResult behind = patient(closed.port())
                    .versionAfter("redis_version:")
                    .exchange("AUTH hunter2\r\nINFO server\r\n", "+OK\r\n$")
                    .check();
            HealthResult refused = patient(closed.port())
                    .exchange("INFO server\r\n", "$")
                    .versionAfter("redis_version:")
                    .check();

            assertThat(told.version()).isEqualTo(open.version());
            assertThat(behind.version()).isEqualTo(open.version());
            assertThat(refused.code()).isEqualTo(HealthCode.BAD_ANSWER.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "redis_version:7.2.4\\r\\nvalkey_version:8.0.1\\r\\n, 8.0.1",
        "valkey_version:v8.1.0-rc1\\r\\n, 8.1.0-rc1",
        "valkey_version:8.0.1,",
        "valkey_version:unstable\\r\\n,",
        "redis_version:7.2.4\\r\\n,"
    })
    void takesForAVersionOnlyWhatIsWhole(String answer, @Nullable String version) throws Exception {
        String bulk = "$99\r\n" + answer.replace("\\r\\n", "\r\n");
        try (ScriptedServer valkey = ScriptedServer.playing(ScriptedServer.answering(bulk))) {
            HealthResult result = patient(valkey.port())
                    .exchange("INFO server\r\n\r\n", "$")
                    .versionAfter("valkey_version:")
                    .check();

            assertThat(result.status()).isEqualTo(HealthStatus.UP);
            assertThat(result.version()).isEqualTo(version);
        }
    }

    @Test
    void putsAVersionTogetherAndWaitsForNoneLongerThanItsLimit() throws Exception {
        ScriptedServer.Script pieces = ScriptedServer.trickling("$9 vers", "ion:1.2 vers", Duration.ofMillis(20));
        ScriptedServer.Script endless = ScriptedServer.trickling("$", "x".repeat(1_000), Duration.ZERO);
        try (ScriptedServer inPieces = ScriptedServer.playing(pieces);
                ScriptedServer without = ScriptedServer.playing(endless);
                ScriptedServer holding = ScriptedServer.playing(ScriptedServer.answeringAndHolding("$5"))) {
            assertThat(versionOf(patient(inPieces.port()))).isEqualTo("1.2");
            assertThat(versionOf(patient(without.port()))).isNull();
            assertThat(versionOf(patient(holding.port()).limit(SHORT))).isNull();
        }
    }

    private static @Nullable String versionOf(TcpCheck check) throws InterruptedException {
        HealthResult result =
                check.exchange("INFO\r\n\r\n", "$").versionAfter("version:").check();
        assertThat(result.status()).isEqualTo(HealthStatus.UP);
        return result.version();
    }

    @Test
    void seesWhatTheNetworkDoes() throws Exception {
        try (RedisServer redis = RedisServer.start();
                FaultProxy proxy = FaultProxy.to("127.0.0.1", redis.port())) {
            TcpCheck check = patient(proxy.port()).exchange("PING\r\n", "+PONG\r\n");
            HealthResult well = check.check();

            proxy.when(FaultProxy.Direction.TO_SERVER, "PING".getBytes(US_ASCII), FaultProxy.Fault.RESET);
            HealthResult reset = check.check();
            proxy.truncate(FaultProxy.Direction.TO_CLIENT, 3);
            HealthResult cut = check.check();
            proxy.hang();
            HealthResult hung = check.limit(SHORT).check();

            assertThat(well.status()).isEqualTo(HealthStatus.UP);
            assertThat(reset.code()).isEqualTo(HealthCode.BAD_ANSWER.id());
            assertThat(cut.code()).isEqualTo(HealthCode.BAD_ANSWER.id());
            assertThat(hung.code()).isEqualTo(HealthCode.NO_ANSWER.id());
        }
    }

    @Test
    void listensToAServerThatSpeaksFirst() throws Exception {
        try (ScriptedServer ssh = ScriptedServer.playing(ScriptedServer.speakingFirst("SSH-2.0-x\r\nmore"))) {
            HealthResult expected = patient(ssh.port()).exchange("", "SSH-").check();
            HealthResult unexpected = patient(ssh.port()).exchange("", "SSH-1").check();
            HealthResult version = patient(ssh.port()).versionAfter("SSH-").check();

            assertThat(expected.status()).isEqualTo(HealthStatus.UP);
            assertThat(unexpected.message()).contains(" answers 'SSH-2").doesNotContain("more");
            assertThat(version.version()).isEqualTo("2.0-x");
        }
    }

    @Test
    void triesOneAddressAfterTheOther() throws Exception {
        InetAddress nobody = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket socket = TimedSocket.open(
                        List.of(nobody, server.getInetAddress()), server.getLocalPort(), Deadline.after(PATIENT))) {

            assertThat(socket.getInetAddress()).isEqualTo(server.getInetAddress());
        }
    }

    @Test
    void hasNoTimeLeftOnceItIsOver() {
        assertThatThrownBy(() ->
                        TimedSocket.open(List.of(InetAddress.getLoopbackAddress()), 1, Deadline.after(Duration.ZERO)))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatIllegalArgumentException().isThrownBy(() -> TcpCheck.of(" ", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TcpCheck.of("host", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TcpCheck.of("host", 65_536));
        TcpCheck check = TcpCheck.of("host", 65_535);
        assertThatIllegalArgumentException().isThrownBy(() -> check.exchange("PING", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> check.exchange("x".repeat(4_097), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> check.exchange("x", "x".repeat(4_097)));
        assertThatIllegalArgumentException().isThrownBy(() -> check.limit(Duration.ofMinutes(6)));
        assertThatIllegalArgumentException().isThrownBy(() -> check.versionAfter(""));
        assertThatIllegalArgumentException().isThrownBy(() -> check.versionAfter("x".repeat(101)));
    }

    private static TcpCheck patient(int port) {
        return TcpCheck.of("localhost", port).limit(PATIENT);
    }

    /** A port whose queue of connections is full, so that the system drops every further one without a word. */
    private record BlackHole(ServerSocket listener, List<Socket> queued) implements AutoCloseable {
        static BlackHole open() throws IOException {
            BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), new ArrayList<>());
            while (hole.takesAnother()) {
                Thread.onSpinWait();
            }
            return hole;
        }

        private boolean takesAnother() {
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), port()), 200);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        void stopListening() throws IOException {
            listener.close();
        }

        @Override
        public void close() throws IOException {
            stopListening();
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }
}
