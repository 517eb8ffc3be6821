package dev.renum.example.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The application in a JVM of its own, on free ports. */
final class BackendProcess implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path out;
    private final Path err;

    private BackendProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it in {@code folder}, with variables on top of free ports (an empty one is taken away), and {@code classPath} before its own. */
    static BackendProcess start(Path folder, Map<String, String> variables, Path... classPath) throws IOException {
        return start(folder, variables, List.of(classPath), List.of());
    }

    /** Starts it in {@code folder} with {@code arguments}. */
    static BackendProcess command(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), List.of(), List.of(arguments));
    }

    private static BackendProcess start(
            Path folder, Map<String, String> variables, List<Path> classPath, List<String> arguments)
            throws IOException {
        List<String> path = new ArrayList<>();
        for (Path entry : classPath) {
            path.add(entry.toString());
        }
        path.add(System.getProperty("java.class.path"));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, path),
                Backend.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BACKEND_") || name.startsWith("RENUM_"));
        builder.environment().remove("DATABASE_URL");
        builder.environment().put("BACKEND_PORT", "0");
        builder.environment().put("RENUM_MONITORING_PORT", "0");
        builder.environment().putAll(variables);
        builder.environment().values().removeIf(String::isEmpty);
        return new BackendProcess(builder.start(), out, err);
    }

    /** Waits until it has said where it listens. */
    BackendProcess awaitStart() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .failFast("the application has ended: " + errors(), () -> !process.isAlive())
                .until(() ->
                        find("monitoring: ").isPresent() && (find("token: ").isPresent() || !hasRandomToken()));
        return this;
    }

    URI application(String path) {
        return URI.create(find("application: ").orElseThrow() + path);
    }

    URI monitoring(String path) {
        return URI.create(find("monitoring: ").orElseThrow()).resolve(path);
    }

    String token() {
        return find("token: ").orElseThrow();
    }

    HttpResponse<String> get(URI url) {
        return send("GET", url, null);
    }

    /** Sends a request with the token. */
    HttpResponse<String> send(String method, URI url, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + find("token: ").orElse("none"))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + url + " failed; the application wrote: " + errors(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The names of its threads; virtual ones have none. */
    List<String> threads() throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process dump = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
                .redirectErrorStream(true)
                .start();
        return new String(dump.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end, at most {@code limit}, and returns the exit code. */
    int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the application has not ended within " + limit);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String output() {
        return text(out);
    }

    String errors() {
        return text(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    private boolean hasRandomToken() {
        return Stream.of("only probes are open", "monitoring: switched off").noneMatch(output()::contains);
    }

    private Optional<String> find(String label) {
        return output().lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()))
                .findFirst();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
