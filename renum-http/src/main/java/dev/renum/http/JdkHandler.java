package dev.renum.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;

/**
 * Serves a {@link Dispatcher} on the server of the JDK.
 *
 * <p>An exception that leaves {@link #handle} makes the server drop the connection: closing the exchange instead would end a
 * half-sent body as if it were complete. Only failures of the connection leave it.
 */
final class JdkHandler implements HttpHandler {
    private final Dispatcher dispatcher;
    private final Patience patience;

    JdkHandler(Dispatcher dispatcher, Patience patience) {
        this.dispatcher = dispatcher;
        this.patience = patience;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        RequestBody body = RequestBody.of(exchange, patience);
        Response response = respond(exchange, body);
        addHeaders(exchange, response);
        if (body.isBroken() || (response.isStream() && !body.hasEnded())) {
            exchange.getResponseHeaders().set("Connection", "close"); // Nobody will know where the next request begins.
        }
        if (!isBodiless(exchange, response)) {
            send(exchange, response);
        }
        if (body.hasEnded()) {
            end(exchange, response, body);
        } else {
            endInTime(exchange, response, body);
        }
    }

    private void endInTime(HttpExchange exchange, Response response, RequestBody body) throws IOException {
        ReadLimit limit = ReadLimit.begin(patience.rest());
        try {
            end(exchange, response, body);
        } finally {
            limit.end();
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        if (response.isStream()) {
            exchange.sendResponseHeaders(response.status(), 0);
            stream(exchange, response);
        } else {
            exchange.sendResponseHeaders(response.status(), response.length());
            response.writeTo(exchange.getResponseBody());
            exchange.getResponseBody().flush();
        }
    }

    /**
     * Brings both bodies to their end.
     *
     * <p>The server sends an answer without a body, and the last bytes of a stream, in the same step in which it reads the rest of the request:
     * first the one, then the other, up to 64 KiB.
     */
    private static void end(HttpExchange exchange, Response response, RequestBody body) throws IOException {
        if (isBodiless(exchange, response)) {
            exchange.sendResponseHeaders(response.status(), -1);
        } else if (response.isStream()) {
            exchange.getResponseBody().close();
        } else {
            body.readOff();
        }
        exchange.close();
    }

    private Response respond(HttpExchange exchange, RequestBody body) {
        try {
            return dispatcher.respond(incoming(exchange, body));
        } catch (VirtualMachineError e) {
            exchange.close(); // The server may keep the client waiting for ever otherwise.
            throw e;
        }
    }

    private static Incoming incoming(HttpExchange exchange, RequestBody body) {
        URI uri = exchange.getRequestURI();
        return new Incoming(
                exchange.getRequestMethod(),
                pathOf(uri),
                uri.getRawQuery(),
                Headers.received(exchange.getRequestHeaders()),
                exchange.getRemoteAddress().getAddress(),
                body);
    }

    /** The path as the client wrote it: a URI makes a host of the start of {@code //a/b} and drops slashes of {@code ///a}. */
    private static String pathOf(URI uri) {
        return uri.getScheme() == null ? uri.toString().split("[?#]", 2)[0] : uri.getRawPath();
    }

    private static void addHeaders(HttpExchange exchange, Response response) {
        com.sun.net.httpserver.Headers headers = exchange.getResponseHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        response.headers().forEach(headers::add);
        if (isHead(exchange) && !response.isStream()) {
            headers.set("Content-Length", Long.toString(response.length()));
        }
    }

    private static boolean isBodiless(HttpExchange exchange, Response response) {
        boolean never = response.status() == 204 || response.status() == 304;
        return never || isHead(exchange) || response.length() == 0;
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static void stream(HttpExchange exchange, Response response) throws IOException {
        ClientStream client = new ClientStream(exchange.getResponseBody());
        try {
            response.writeTo(client);
        } catch (VirtualMachineError e) {
            client.cut(); // As above, but an end of the body would make a whole of the part.
            throw e;
        } catch (Throwable e) {
            if (!client.isBroken()) {
                Failure.ofBody(exchange.getRequestMethod(), e);
            }
            throw new IOException("the body of the answer is incomplete", e);
        }
    }
}
