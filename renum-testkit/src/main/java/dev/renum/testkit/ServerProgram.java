package dev.renum.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that can be started again and again: its command, its directory and the process that runs now, if any.
 *
 * <p>Safe for use by many threads; operations wait for each other.
 */
final class ServerProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProgram.class);
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Kind kind;
    private final List<String> command;
    private final Path directory;
    private final Duration startLimit;
    private final Duration stopLimit;
    private final ExitHook exitHook;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ServerProcess process;
    private boolean paused;
    private boolean closed;

    private ServerProgram(Kind kind, List<String> command, Path directory, Duration startLimit, Duration stopLimit) {
        this.kind = kind;
        this.command = command;
        this.directory = directory;
        this.startLimit = startLimit;
        this.stopLimit = stopLimit;
        this.exitHook = ExitHook.of(kind.name, this::close);
    }

    /** What differs between the servers: their names, how they say that they are ready, and how they are asked to end. */
    enum Kind {
        REDIS("redis", "eady to accept connections", "TERM", "KILL"),
        // "Fast" and "immediate" shutdown; the latter also gives back the kernel's shared memory, which a kill leaves
        // behind.
        POSTGRES("postgres", "database system is ready to accept connections", "INT", "QUIT");

        private final String name;
        private final String ready;
        private final String stopSignal;
        private final String closeSignal;

        Kind(String name, String ready, String stopSignal, String closeSignal) {
            this.name = name;
            this.ready = ready;
            this.stopSignal = stopSignal;
            this.closeSignal = closeSignal;
        }
    }

    /** Starts the server for the first time; {@code directory} is deleted at close, and also if this fails. */
    static ServerProgram start(Kind kind, List<String> command, Path directory) throws IOException {
        return start(kind, command, directory, START, STOP);
    }

    static ServerProgram start(Kind kind, List<String> command, Path directory, Duration startLimit, Duration stopLimit)
            throws IOException {
        ServerProgram program = new ServerProgram(kind, command, directory, startLimit, stopLimit);
        try {
            program.launch();
            return program;
        } catch (IOException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    boolean isRunning() {
        lock.lock();
        try {
            return process != null && process.isAlive();
        } finally {
            lock.unlock();
        }
    }

    long pid() {
        lock.lock();
        try {
            return running().pid();
        } finally {
            lock.unlock();
        }
    }

    void pause() {
        locked(() -> {
            running().freeze();
            paused = true;
        });
    }

    void resume() {
        locked(() -> {
            running().thaw();
            paused = false;
        });
    }

    void stop() {
        locked(() -> end(kind.stopSignal));
    }

    void kill() {
        locked(() -> {
            if (isRunning()) {
                running().kill();
            }
            forget();
        });
    }

    void restart() {
        locked(() -> {
            end(kind.stopSignal);
            launch();
        });
    }

    /** Ends the process and deletes the directory; logs what fails. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                end(kind.closeSignal);
                Directories.delete(directory);
            }
        } catch (IOException e) {
            LOG.warn("{} leaves {} behind", kind.name, directory, e);
        } finally {
            lock.unlock();
            exitHook.cancel();
        }
    }

    private void launch() throws IOException {
        ServerProcess started = ServerProcess.start(command, directory, "server.log");
        process = started;
        boolean settled = Await.until(startLimit, () -> !started.isAlive() || started.hasLogged(kind.ready));
        if (!started.isAlive()) {
            throw new IOException(
                    "it ended with exit code " + started.exitCode() + " and the log: " + started.lastWords());
        }
        if (!settled) {
            throw new IOException("it is not ready after " + startLimit + ", its log: " + started.lastWords());
        }
    }

    private void end(String signal) throws IOException {
        ServerProcess ending = process;
        if (ending != null && ending.isAlive()) {
            ending.signal(signal);
            if (paused) {
                ending.thaw();
            }
            if (!ending.awaitEnd(stopLimit)) {
                ending.kill();
            }
        }
        forget();
    }

    private void forget() {
        process = null;
        paused = false;
    }

    private ServerProcess running() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(kind.name + " is not running" + (closed ? ", it is closed" : ""));
        }
        return process;
    }

    private void locked(Operation operation) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException(kind.name + " is closed");
            }
            operation.run();
        } catch (IOException e) {
            throw new IllegalStateException(kind.name + ": " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Operation {
        void run() throws IOException;
    }
}
