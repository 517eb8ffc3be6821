package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {
    private static final Path ALL_SHARED_MEMORY = Path.of("/proc/sysvipc/shm");

    private static PostgresServer postgres;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void isTheVersionOnTheClassPath() throws SQLException {
        assertThat(postgres.majorVersion()).isEqualTo(18);
        assertThat(value(postgres, "SHOW server_version")).startsWith("18.");
        assertThat(postgres).hasToString("PostgresServer[" + postgres.jdbcUrl() + "]");
    }

    @Test
    void isSetUpLikeAProductionDatabaseWhereThatMatters() throws SQLException {
        assertThat(value(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(value(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(value(postgres, "SHOW log_timezone")).isEqualTo("UTC");
    }

    @Test
    void checksThePassword() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsDataAndPortOverARestart() throws SQLException {
        int port = postgres.port();
        String table = newTable();

        postgres.restart();

        assertThat(postgres.port()).isEqualTo(port);
        assertThat(value(postgres, "SELECT count(*) FROM " + table)).isEqualTo("1");
    }

    @Test
    void keepsWhatWasCommittedThroughAKill() throws SQLException {
        String table = newTable();
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSizeGreaterThan(3);

        postgres.kill();
        postgres.kill();

        assertThat(postgres.isRunning()).isFalse();
        assertThat(processes).noneMatch(PostgresServerTest::runs);
        assertThatThrownBy(() -> value(postgres, "SELECT 1")).isInstanceOf(SQLException.class);
        postgres.restart();
        assertThat(value(postgres, "SELECT count(*) FROM " + table)).isEqualTo("1");
    }

    @Test
    void openConnectionsHangWhilePausedAndGoOnAfterwards() throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection()) {
            assertThat(connection.isValid(5)).isTrue();

            postgres.pause();

            assertThat(postgres.isRunning()).isTrue();
            assertThat(connection.isValid(1)).isFalse();
        } finally {
            postgres.resume();
        }
        assertThat(value(postgres, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void stopsEvenWhilePaused() throws SQLException {
        postgres.pause();

        postgres.stop();
        postgres.stop();

        assertThat(postgres.isRunning()).isFalse();
        assertThatThrownBy(() -> value(postgres, "SELECT 1")).isInstanceOf(SQLException.class);
        postgres.restart();
        assertThat(value(postgres, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void terminatesTheBackendsOfClientsAndGoesOn() throws SQLException {
        long before = postgres.pid();
        try (Connection first = postgres.dataSource().getConnection();
                Connection second = postgres.dataSource().getConnection()) {

            postgres.terminateBackends();

            assertThat(first.isValid(5)).isFalse();
            assertThat(second.isValid(5)).isFalse();
        }
        assertThat(value(postgres, "SELECT 1")).isEqualTo("1");
        assertThat(postgres.pid()).isEqualTo(before);
    }

    @Test
    void saysThatAStoppedServerTerminatesNothing() {
        postgres.stop();

        assertThatThrownBy(postgres::terminateBackends)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not terminate");
        postgres.restart();
    }

    @Test
    void saysWhyItDoesNotComeBack() throws IOException {
        postgres.stop();

        try (ServerSocket occupant = new ServerSocket()) {
            occupant.bind(new InetSocketAddress(Ports.loopback(), postgres.port()));

            assertThatThrownBy(postgres::restart)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Address already in use");
        }
        postgres.restart();
    }

    @Nested
    final class WithASecondServer {

        @Test
        void ofAnotherVersionDoesNotMeetTheFirst() throws SQLException {
            String table = newTable();

            try (PostgresServer other = PostgresServer.start(15)) {

                assertThat(other.majorVersion()).isEqualTo(15);
                assertThat(value(other, "SHOW server_version")).startsWith("15.");
                assertThatThrownBy(() -> value(other, "SELECT count(*) FROM " + table))
                        .hasMessageContaining("does not exist");
                other.kill();
                assertThat(value(postgres, "SELECT count(*) FROM " + table)).isEqualTo("1");
            }
        }

        @Test
        void leavesNothingBehindAfterClose() throws IOException {
            PostgresServer other = PostgresServer.start(18);
            ProcessHandle process = ProcessHandle.of(other.pid()).orElseThrow();
            Path data = Path.of(process.info().arguments().orElseThrow()[1]);
            assertThat(data).isDirectory();
            String segment = sharedMemory(data);
            other.kill();

            other.close();
            other.close();

            assertThat(process.isAlive()).isFalse();
            assertThat(data.getParent()).doesNotExist();
            assertThat(allSharedMemory()).doesNotContain(segment);
            assertThatThrownBy(other::restart).hasMessage("postgres is closed");
        }

        @Test
        void closesQuicklyWhilePausedWithOpenConnections() throws SQLException {
            PostgresServer other = PostgresServer.start();
            ProcessHandle process = ProcessHandle.of(other.pid()).orElseThrow();
            try (Connection connection = other.dataSource().getConnection()) {
                other.pause();

                other.close();

                assertThat(process.isAlive()).isFalse();
                assertThat(connection.isValid(1)).isFalse();
            }
        }
    }

    @Nested
    final class WithoutTheVersionAskedFor {

        @Test
        void saysWhatIsThereAndHowToNameAnother() {
            assertThatThrownBy(() -> PostgresServer.start(9))
                    .hasMessageContaining("PostgreSQL 9 cannot start here")
                    .hasMessageContaining("the version on the class path is 18")
                    .hasMessageContaining("-Drenum.test.postgres.9");
        }
    }

    private static String newTable() throws SQLException {
        String table = "t" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " AS SELECT 1 AS id");
        }
        return table;
    }

    private static String value(PostgresServer server, String query) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    private static List<ProcessHandle> processes() {
        ProcessHandle first = ProcessHandle.of(postgres.pid()).orElseThrow();
        return Stream.concat(Stream.of(first), first.children()).toList();
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Key and id of the segment of kernel memory that the server notes in its data. */
    private static String sharedMemory(Path data) throws IOException {
        String noted = Files.readAllLines(data.resolve("postmaster.pid")).get(6);
        String segment = noted.strip().replaceAll(" +", " ");
        if (Files.exists(ALL_SHARED_MEMORY)) {
            assertThat(allSharedMemory()).contains(segment);
        }
        return segment;
    }

    private static List<String> allSharedMemory() throws IOException {
        if (!Files.exists(ALL_SHARED_MEMORY)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(ALL_SHARED_MEMORY)) {
            return lines.map(line -> line.strip().replaceAll("^([^ ]+) +([^ ]+) .*", "$1 $2"))
                    .toList();
        }
    }
}
