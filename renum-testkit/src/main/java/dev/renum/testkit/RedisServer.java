package dev.renum.testkit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis of its own: a process on 127.0.0.1 that a test may stop, kill, pause and start again.
 *
 * <p>It is Redis 7.0.15, or the program that the system property {@code renum.test.redis} names. It keeps nothing on disk, so that a
 * restart begins empty, and its directory is deleted by {@link #close()}. Starting takes about a tenth of a second, the
 * first time on a machine one more to unpack the program.
 *
 * <p>Safe for use by many threads; operations wait for each other. A start fails if the server is not ready after 30 s;
 * one that does not stop within 5 s is killed.
 */
public final class RedisServer implements AutoCloseable {
    private final ServerProgram program;
    private final int port;

    private RedisServer(ServerProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * A server that accepts connections on a free port.
     *
     * @throws ServerUnavailableException if it cannot start here and that must not skip the test
     */
    public static RedisServer start() {
        return builder().start();
    }

    /** A way to start a server with a port, settings or program of the caller's. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A cluster of {@code masters} servers that share all hash slots, ready for use; takes about 2 s.
     *
     * @param masters how many, from 3 to 16
     * @throws IllegalArgumentException if {@code masters} is out of range
     * @throws ServerUnavailableException if it cannot start here and that must not skip the test
     */
    public static RedisCluster cluster(int masters) {
        return RedisCluster.start(masters);
    }

    /** The port it listens on, also while it does not run. */
    public int port() {
        return port;
    }

    /** Its address, {@code redis://127.0.0.1:<port>}. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Whether its process lives, also while it is paused. */
    public boolean isRunning() {
        return program.isRunning();
    }

    /** Ends it in order, as {@code SIGTERM} does: open connections are closed, new ones refused. Does nothing if it does not run. */
    public void stop() {
        program.stop();
    }

    /** Ends it at once, as {@code SIGKILL} does. Does nothing if it does not run. */
    public void kill() {
        program.kill();
    }

    /**
     * Starts it, empty, on the same port; stops it first if it runs.
     *
     * @throws IllegalStateException if it does not come back, for instance because somebody took the port meanwhile, or is closed
     */
    public void restart() {
        program.restart();
    }

    /**
     * Makes it hang: the kernel still accepts connections and bytes, the server does nothing until {@link #resume()}.
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
     * Deletes every key of every database.
     *
     * @throws IllegalStateException if the server does not obey within 5 s
     */
    public void flushAll() {
        ask("FLUSHALL");
    }

    /**
     * The version of the server, such as {@code 7.0.15}.
     *
     * @throws IllegalStateException if the server does not answer within 5 s
     */
    public String version() {
        String key = "redis_version:";
        return ask("INFO", "server")
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Redis does not say its version"));
    }

    /** Ends the server and deletes its directory; a second call does nothing. */
    @Override
    public void close() {
        program.close();
    }

    @Override
    public String toString() {
        return "RedisServer[" + uri() + "]";
    }

    /** What the server answers to one command, errors as exceptions. */
    String ask(String... command) {
        try {
            return RespConnection.ask(port, command);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Redis at " + port + " does not obey " + command[0] + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return program.pid();
    }

    /** What a server may be given before it starts; may be used again. Not safe for use by many threads. */
    public static final class Builder {
        private final List<String> config = new ArrayList<>();
        private @Nullable Path binary;
        private int port;

        private Builder() {
            String chosen = System.getProperty("renum.test.redis");
            binary = chosen == null ? null : Path.of(chosen);
        }

        /**
         * The port to listen on; default 0, any free one.
         *
         * @throws IllegalArgumentException if {@code port} is not from 0 to 65535
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port + " is not allowed: use 0 to 65535");
            }
            this.port = port;
            return this;
        }

        /**
         * Adds a line of {@code redis.conf}, such as {@code maxmemory 10mb}; address, port, directory and logging stay the
         * testkit's.
         */
        public Builder config(String line) {
            config.add(requireNonNull(line, "line"));
            return this;
        }

        /** The program to run; default the one of the system property {@code renum.test.redis}, else the one that comes along. */
        public Builder binary(Path binary) {
            this.binary = requireNonNull(binary, "binary");
            return this;
        }

        /**
         * Starts a server and waits until it accepts connections.
         *
         * @throws IllegalStateException if the port that was asked for is in use
         * @throws IllegalArgumentException if the program that was named cannot be executed or Redis refuses a line of
         *     configuration
         * @throws ServerUnavailableException if it cannot start here and that must not skip the test
         */
        public RedisServer start() {
            if (port != 0 && !Ports.isFree(port)) {
                throw new IllegalStateException("port " + port + " is in use");
            }
            if (binary != null && !Files.isExecutable(binary)) {
                throw new IllegalArgumentException(binary + " is not a program that can be executed");
            }
            try {
                Path program = binary == null ? RedisProgram.unpacked() : binary;
                return port == 0 ? Ports.startOnFree(Ports::free, free -> start(program, free)) : start(program, port);
            } catch (IOException e) {
                throw failure(e);
            }
        }

        private RedisServer start(Path program, int port) throws IOException {
            Path directory = Files.createTempDirectory("renum-redis-");
            Path file = directory.resolve("redis.conf");
            Files.write(file, configuration(directory, port));
            List<String> command = List.of(program.toString(), file.toString());
            return new RedisServer(ServerProgram.start(ServerProgram.Kind.REDIS, command, directory), port);
        }

        // What the caller wrote is wrong everywhere, so it must not skip the test.
        private static RuntimeException failure(IOException reason) {
            return String.valueOf(reason.getMessage()).contains("FATAL CONFIG FILE ERROR")
                    ? new IllegalArgumentException("Redis refuses its configuration: " + reason.getMessage(), reason)
                    : Unavailable.because("Redis", reason);
        }

        // Redis takes the last of two lines, so what the testkit relies on comes last.
        /** What a caller cannot change, or this class would not find its server again. */
        private static final List<String> OURS =
                List.of("bind 127.0.0.1", "daemonize no", "logfile \"\"", "loglevel notice");

        private List<String> configuration(Path directory, int port) {
            List<String> lines = new ArrayList<>(List.of("save \"\"", "appendonly no"));
            lines.addAll(config);
            lines.addAll(OURS);
            lines.addAll(List.of("port " + port, "dir \"" + directory + "\""));
            return lines;
        }
    }
}
