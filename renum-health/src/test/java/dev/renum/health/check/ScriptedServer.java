package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A server on a free port of the loopback address that plays the same script for every connection, however bad it is. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script;
    private final String scheme;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private ScriptedServer(ServerSocketFactory factory, String scheme, Script script) {
        this.script = script;
        this.scheme = scheme;
        try {
            this.listener = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happens on one connection; it is closed afterwards. */
    interface Script {
        void play(ScriptedServer server, Socket socket) throws IOException;
    }

    static ScriptedServer playing(Script script) {
        return started(ServerSocketFactory.getDefault(), "http", script);
    }

    static ScriptedServer tls(SSLContext context, Script script) {
        return started(context.getServerSocketFactory(), "https", script);
    }

    private static ScriptedServer started(ServerSocketFactory factory, String scheme, Script script) {
        ScriptedServer server = new ScriptedServer(factory, scheme, script);
        server.daemon(server::accept);
        return server;
    }

    /** Says {@code text} after the request has come. */
    static Script answering(String text) {
        return (server, socket) -> {
            server.request(socket);
            say(socket, text);
        };
    }

    /** Says {@code text} without having been asked. */
    static Script speakingFirst(String text) {
        return (server, socket) -> say(socket, text);
    }

    /** Says nothing and keeps the connection. */
    static Script silent() {
        return ScriptedServer::hold;
    }

    /** Says {@code text} after the request has come and keeps the connection. */
    static Script answeringAndHolding(String text) {
        return (server, socket) -> {
            server.request(socket);
            say(socket, text);
            hold(server, socket);
        };
    }

    /** Says {@code first}, and then {@code more} again and again with a pause, for as long as somebody listens. */
    static Script trickling(String first, String more, Duration pause) {
        return (server, socket) -> {
            server.request(socket);
            say(socket, first);
            while (!socket.isClosed()) {
                say(socket, more);
                LockSupport.parkNanos(pause.toNanos());
            }
        };
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void hold(ScriptedServer server, Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0 && !server.listener.isClosed()) {
            Thread.onSpinWait();
        }
    }

    private void request(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            request.append((char) next);
        }
        requests.add(request.toString());
    }

    int port() {
        return listener.getLocalPort();
    }

    URI uri(String path) {
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    /** The heads of the requests that have come. */
    Queue<String> requests() {
        return requests;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> play(socket));
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(this, socket);
        } catch (IOException e) {
            // Who asked has gone away, or the test is over.
            Thread.onSpinWait();
        }
    }

    private void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
