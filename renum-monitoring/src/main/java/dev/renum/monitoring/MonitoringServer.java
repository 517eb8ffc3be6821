package dev.renum.monitoring;

import com.sun.net.httpserver.HttpServer;
import dev.renum.http.JdkAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Monitoring on a server of its own, which listens until it is closed. Safe for use by many threads. */
public final class MonitoringServer implements AutoCloseable {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final Logger log;
    private final MonitoringSettings settings;
    private final MonitoringEndpoints endpoints;
    private final ServerThreads threads = new ServerThreads();
    private final @Nullable HttpServer server;

    MonitoringServer(MonitoringSettings settings, MonitoringEndpoints endpoints) {
        this(settings, endpoints, LoggerFactory.getLogger(MonitoringServer.class));
    }

    MonitoringServer(MonitoringSettings settings, MonitoringEndpoints endpoints, Logger log) {
        this.log = log;
        this.settings = settings;
        this.endpoints = endpoints;
        this.server = settings.enabled() ? listen() : null;
    }

    /** Where it listens, such as {@code http://127.0.0.1:9090}; empty if monitoring is switched off. */
    public Optional<URI> url() {
        return Optional.ofNullable(server).map(listening -> {
            InetSocketAddress bound = listening.getAddress();
            // All addresses are no place to go to; this machine is one of them.
            String host = bound.getAddress().isAnyLocalAddress()
                    ? "127.0.0.1"
                    : bound.getAddress().getHostAddress();
            String authority = host.contains(":") ? "[" + host + "]" : host;
            return URI.create("http://" + authority + ":" + bound.getPort());
        });
    }

    /** Lines for the person at the console: where monitoring is and, if one was made, the random token. */
    public String welcome() {
        String place = url().map(url -> "monitoring: " + url + settings.apiPath() + "/health")
                .orElse("monitoring: switched off");
        return endpoints
                .randomToken()
                .map(token -> place + "\ntoken: " + token.reveal())
                .orElse(place);
    }

    /** Stops listening and ends its threads. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.close();
    }

    private HttpServer listen() {
        sendAtOnce();
        try {
            HttpServer listening = create();
            listening.start();
            if (endpoints.isClosed()) {
                guarded(() -> log.atInfo()
                        .addKeyValue("setting", "renum.monitoring.tokens")
                        .log("only probes are open, because no token is configured"));
            }
            return listening;
        } catch (IOException e) {
            threads.close();
            throw cannotListen(e);
        }
    }

    private HttpServer create() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port());
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", JdkAdapter.handler(endpoints.routes(), endpoints.filters()));
        return server;
    }

    private MonitoringException cannotListen(IOException e) {
        String where = settings.address() + ":" + settings.port();
        return new MonitoringException(
                "monitoring cannot listen on " + where + " (" + e.getMessage() + "): stop what does, or set"
                        + " renum.monitoring.port or renum.monitoring.address (" + MonitoringCode.CANNOT_LISTEN.id()
                        + ")",
                e);
    }

    /**
     * Without this, the server of JDK 17 sends an answer in two parts, and the second waits 40 ms for the client's acknowledgement. The JDK
     * reads the property once, with the first server that it makes, and nobody can see whether that has been.
     */
    private void sendAtOnce() {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
            guarded(() -> log.atInfo()
                    .addKeyValue("property", NO_DELAY)
                    .log("set for all HTTP servers of the JDK in this JVM, unless one was made before"));
        }
    }

    /** A log that fails must not leave a server behind that listens and that nobody can close. */
    private static void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException | LinkageError e) {
            // The log itself is the only place where this could be said.
        }
    }
}
