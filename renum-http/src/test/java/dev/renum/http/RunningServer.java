package dev.renum.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The server of the JDK on a free port, with clients that write well-formed and other requests. */
final class RunningServer implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread worker = new Thread(task, "worker");
        worker.setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        return worker;
    });
    private final HttpServer server;

    private RunningServer(HttpHandler handler, List<Filter> filters) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler).getFilters().addAll(filters);
        server.setExecutor(workers);
        server.start();
    }

    static RunningServer of(Route... routes) throws IOException {
        return of(JdkAdapter.handler(List.of(routes), List.of()));
    }

    static RunningServer of(HttpHandler handler, Filter... filters) throws IOException {
        return new RunningServer(handler, List.of(filters));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, body)
                .timeout(Duration.ofSeconds(20))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request line as it is and returns everything the server sends until it closes the connection. */
    String raw(String requestLine) throws IOException {
        return exchange(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends these characters as bytes and returns everything the server sends until it closes the connection. */
    String exchange(String bytes) throws IOException {
        try (Socket socket = open()) {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return readAll(socket.getInputStream());
        }
    }

    /** What ended a worker; fails the test if nothing does. */
    Throwable nextUncaught() throws InterruptedException {
        Throwable next = uncaught.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no worker was ended");
        }
        return next;
    }

    Socket open() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static String readAll(InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    /** Waits for its threads, or what they log and record last would be found by the next test. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("a handler of this test does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
