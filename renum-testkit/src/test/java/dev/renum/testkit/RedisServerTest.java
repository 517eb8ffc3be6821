package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedisServerTest {

    @Test
    void answersAPing() throws IOException {
        try (RedisServer redis = RedisServer.start();
                Socket client = connect(redis)) {

            String answer = ping(client);

            assertThat(answer).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    void saysWhereItIs() {
        try (RedisServer redis = RedisServer.start()) {

            assertThat(redis.uri()).hasToString("redis://127.0.0.1:" + redis.port());
            assertThat(redis).hasToString("RedisServer[redis://127.0.0.1:" + redis.port() + "]");
            assertThat(redis.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        }
    }

    @Test
    void flushesEveryDatabase() {
        try (RedisServer redis = RedisServer.start()) {
            redis.ask("SET", "clé", "é");

            redis.flushAll();

            assertThat(redis.ask("DBSIZE")).isEqualTo("0");
        }
    }

    @Test
    void keepsNothingOverARestartOnTheSamePort() throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            redis.ask("SET", "key", "value");
            long before = redis.pid();

            redis.restart();

            assertThat(redis.pid()).isNotEqualTo(before);
            assertThat(redis.ask("GET", "key")).isEmpty();
        }
    }

    @Test
    void hangsWhilePausedAndAnswersAfterwards() throws IOException {
        try (RedisServer redis = RedisServer.start();
                Socket client = connect(redis)) {
            client.setSoTimeout(200);

            redis.pause();

            assertThat(redis.isRunning()).isTrue();
            assertThatThrownBy(() -> ping(client)).isInstanceOf(SocketTimeoutException.class);
            redis.resume();
            client.setSoTimeout(20_000);
            assertThat(read(client)).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    void refusesConnectionsAfterStop() {
        try (RedisServer redis = RedisServer.start()) {

            redis.stop();
            redis.stop();

            assertThat(redis.isRunning()).isFalse();
            assertThatThrownBy(() -> connect(redis)).isInstanceOf(IOException.class);
            assertThatThrownBy(redis::flushAll)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("FLUSHALL");
        }
    }

    @Test
    void stopsEvenWhilePaused() {
        try (RedisServer redis = RedisServer.start()) {
            redis.pause();

            redis.stop();

            assertThat(redis.isRunning()).isFalse();
        }
    }

    @Test
    void comesBackAfterAKill() {
        try (RedisServer redis = RedisServer.start()) {
            ProcessHandle process = ProcessHandle.of(redis.pid()).orElseThrow();

            redis.kill();
            redis.kill();

            assertThat(process.isAlive()).isFalse();
            assertThat(redis.isRunning()).isFalse();
            redis.restart();
            assertThat(redis.ask("PING")).isEqualTo("PONG");
        }
    }

    @Test
    void noticesThatItsProcessDiedByItself() throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            ProcessHandle process = ProcessHandle.of(redis.pid()).orElseThrow();
            assertThatThrownBy(() -> redis.ask("SHUTDOWN", "NOSAVE")).isInstanceOf(IllegalStateException.class);
            process.onExit().join();

            assertThat(redis.isRunning()).isFalse();
            assertThatThrownBy(redis::pause)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("redis is not running");
        }
    }

    @Test
    void saysWhyItDoesNotComeBack() throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            redis.stop();

            try (ServerSocket occupant = new ServerSocket()) {
                occupant.bind(new InetSocketAddress(Ports.loopback(), redis.port()));

                assertThatThrownBy(redis::restart)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("in use");
            }
        }
    }

    @Test
    void twoServersDoNotMeet() {
        try (RedisServer first = RedisServer.start();
                RedisServer second = RedisServer.start()) {
            first.ask("SET", "key", "value");

            first.pause();

            assertThat(second.ask("EXISTS", "key")).isEqualTo("0");
        }
    }

    @Test
    void leavesNothingBehindAfterClose() {
        RedisServer redis = RedisServer.start();
        ProcessHandle process = ProcessHandle.of(redis.pid()).orElseThrow();
        Path directory = directory(redis);
        assertThat(directory).isDirectory();
        redis.pause();

        redis.close();
        redis.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(directory).doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("renum-testkit-exit"));
        assertThatThrownBy(redis::restart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("redis is closed");
    }

    @Nested
    final class WithOptions {

        @Test
        void listensOnThePortAskedFor() {
            int port = Ports.free();

            try (RedisServer redis = RedisServer.builder().port(port).start()) {

                assertThat(redis.port()).isEqualTo(port);
                assertThat(redis.ask("PING")).isEqualTo("PONG");
            }
        }

        @Test
        void refusesAPortInUse() {
            try (RedisServer redis = RedisServer.start()) {
                RedisServer.Builder second = RedisServer.builder().port(redis.port());

                assertThatThrownBy(second::start)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("port " + redis.port() + " is in use");
            }
        }

        @Test
        void refusesWhatIsNoPort() {
            RedisServer.Builder builder = RedisServer.builder();

            assertThatThrownBy(() -> builder.port(65_536)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.port(-1)).hasMessageContaining("-1");
        }

        @Test
        void appliesLinesOfConfigurationButKeepsItsOwn() {
            RedisServer.Builder builder =
                    RedisServer.builder().config("requirepass secret").config("loglevel warning");

            try (RedisServer redis = builder.start()) {

                assertThatThrownBy(() -> redis.ask("PING")).hasMessageContaining("NOAUTH");
                assertThatCode(redis::restart).doesNotThrowAnyException();
            }
        }
    }

    @Nested
    final class WithAProgramThatDoesNotStart {

        @TempDir
        private Path directory;

        @Test
        void saysThatItIsMissing() {
            Path missing = directory.resolve("missing");

            assertThatThrownBy(() -> RedisServer.builder().binary(missing).start())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(missing + " is not a program that can be executed");
        }

        @Test
        void repeatsItsLastWords() throws IOException {
            Path program = Files.writeString(directory.resolve("redis"), "#!/bin/sh\necho cannot allocate\nexit 3\n");
            ProgramCache.makeExecutable(program);

            assertThatThrownBy(() -> RedisServer.builder().binary(program).start())
                    .hasMessageContaining("exit code 3")
                    .hasMessageContaining("cannot allocate");
        }

        @Test
        void showsALineOfConfigurationThatItRefuses() {
            RedisServer.Builder builder = RedisServer.builder().config("no-such-setting 1");

            assertThatThrownBy(builder::start)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no-such-setting");
        }
    }

    private static Path directory(RedisServer redis) {
        String key = "config_file:";
        String file = redis.ask("INFO", "server")
                .lines()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .orElseThrow();
        return Path.of(file.substring(key.length())).resolveSibling("");
    }

    private static Socket connect(RedisServer redis) throws IOException {
        return new Socket(Ports.loopback(), redis.port());
    }

    private static String ping(Socket client) throws IOException {
        client.getOutputStream().write("*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII));
        return read(client);
    }

    private static String read(Socket client) throws IOException {
        return new String(client.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
    }
}
