package dev.renum.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a server: our child process, the children of that, and the log it writes. */
final class ServerProcess {
    private static final Duration DEATH = Duration.ofSeconds(5);
    private static final int LOG_LINES = 8;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code command} in {@code directory} with an empty standard input and with all its output in a new file there. */
    static ServerProcess start(List<String> command, Path directory, String logName) throws IOException {
        Path log = directory.resolve(logName);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new ServerProcess(process, log);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean hasLogged(String text) throws IOException {
        return log().contains(text);
    }

    /** What the last lines of the log say, in one line. */
    String lastWords() {
        try {
            List<String> lines = log().lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e;
        }
    }

    /** Sends {@code signal} to the process, not to its children. */
    void signal(String signal) throws IOException {
        send(signal, Stream.of(process.toHandle()));
    }

    /** Stops the process and its children where they are; the process first, so that it starts no more of them. */
    void freeze() throws IOException {
        signal("STOP");
        send("STOP", process.children());
    }

    void thaw() throws IOException {
        send("CONT", process.children());
        signal("CONT");
    }

    /** Ends the process and its children without letting them do anything more. */
    void kill() throws IOException {
        freeze();
        List<ProcessHandle> children = process.children().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        boolean gone =
                awaitEnd(DEATH) && Await.until(DEATH, () -> children.stream().noneMatch(ServerProcess::isRunning));
        if (!gone) {
            throw new IOException("process " + pid() + " or one of its children survives SIGKILL");
        }
    }

    /** Whether the process ends within {@code limit}; an interrupt ends the wait and keeps its flag. */
    boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    // An orphan that process 1 does not reap stays "alive", but has no program any more.
    private static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    // The shell's own kill, because minimal systems lack the program.
    private static void send(String signal, Stream<ProcessHandle> targets) throws IOException {
        String pids = targets.map(target -> Long.toString(target.pid())).collect(Collectors.joining(" "));
        if (pids.isEmpty()) {
            return;
        }
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pids)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        kill.onExit().join();
    }

    private String log() throws IOException {
        return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
    }
}
