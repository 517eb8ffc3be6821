package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.renum.core.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The server of the JDK as a receiver of notifications, which answers as it is told and can be restarted on its port. */
final class HttpReceiver implements AutoCloseable {
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Received> taken = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Conduct> conduct = new AtomicReference<>(it -> new Answer(200, "ok"));
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private HttpServer server;

    /** A request. */
    record Received(String path, Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** What is answered. */
    record Answer(int status, String body, Map<String, String> headers) {
        Answer(int status, String body) {
            this(status, body, Map.of());
        }
    }

    /** How it answers; may take its time. */
    interface Conduct {
        Answer answer(Received request) throws Exception;
    }

    HttpReceiver() {
        server = start(0);
        port = server.getAddress().getPort();
    }

    private HttpServer start(int port) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answers(Conduct conduct) {
        this.conduct.set(conduct);
    }

    /** The requests that were answered, in their order. */
    Queue<Received> received() {
        return received;
    }

    /** Those of them that were answered with a status of 200 to 299, whether or not the sender saw that. */
    Queue<Received> taken() {
        return taken;
    }

    int port() {
        return port;
    }

    Secret<String> url(String path) {
        return Secret.of("http://127.0.0.1:" + port + path);
    }

    /** Stops, so that connections are refused, and starts again. */
    void restart() {
        server.stop(0);
        server = start(port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Received request = new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
            Answer answer = conduct.get().answer(request);
            received.add(request);
            if (answer.status() / 100 == 2) {
                taken.add(request);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
