package dev.renum.testkit;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A TCP proxy on 127.0.0.1 that makes the network to a server fail on command.
 *
 * <p>It begins with {@link #pass()}. Every command replaces the one before, applies to open and to new connections, and holds until
 * the next; a piece that is just being forwarded still arrives. A piece has 8 KiB at most. Safe for use by many threads.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(5);
    private static final String ACCEPT = "accept";

    private final InetSocketAddress target;
    private final int port;
    private final Conduct conduct = new Conduct();
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private ServerSocket listener;
    private boolean closed;

    private FaultProxy(InetSocketAddress target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
        this.port = listener.getLocalPort();
    }

    /** Which way bytes go. */
    public enum Direction {
        /** What the client says. */
        TO_SERVER,
        /** What the server answers. */
        TO_CLIENT
    }

    /** What happens to the connection on which a pattern passes. */
    public enum Fault {
        /** Both sides see the connection closed. */
        CUT,
        /** The client sees the connection reset, the server sees it closed. */
        RESET,
        /** Nothing more is forwarded, either way, until the next command. */
        HANG
    }

    /**
     * A proxy to {@code host} and {@code port}, listening on a free port of 127.0.0.1.
     *
     * <p>The target is connected to once per connection of a client, and need not exist before; when it refuses, the client's
     * connection is closed.
     */
    public static FaultProxy to(String host, int port) {
        InetSocketAddress target = new InetSocketAddress(requireNonNull(host, "host"), port);
        try {
            FaultProxy proxy = new FaultProxy(target, listen(0));
            proxy.spawn(ACCEPT, () -> proxy.accept(proxy.listener));
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port for clients, the same for the whole life of the proxy. */
    public int port() {
        return port;
    }

    /** How many connections it has accepted since it was opened. */
    public int acceptedConnections() {
        return accepted.get();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return open.size();
    }

    /** Forwards everything at once, also what a hang or delay has held back. */
    public void pass() {
        command(new Command.Pass());
    }

    /**
     * Forwards each piece only after {@code delay}, one after another.
     *
     * @throws IllegalArgumentException if {@code delay} is negative
     */
    public void delay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay " + delay + " is not allowed: use zero or more");
        }
        command(new Command.Delay(delay));
    }

    /** Accepts and keeps all connections, and forwards nothing on them; the next command decides about what was held back. */
    public void hang() {
        command(new Command.Hang());
    }

    /** Closes all connections, and each new one as soon as it is accepted. */
    public void cut() {
        command(new Command.Break(Fault.CUT));
    }

    /** Resets all connections ({@code RST} instead of {@code FIN} to the client), and each new one as soon as it is accepted. */
    public void reset() {
        command(new Command.Break(Fault.RESET));
    }

    /** Stops listening, so that new connections are refused, and keeps the open ones going; the next command listens again. */
    public void refuse() {
        command(new Command.Refuse());
    }

    /**
     * Forwards {@code bytes} more in {@code direction} on each connection, then closes it.
     *
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public void truncate(Direction direction, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("truncation after " + bytes + " bytes is not allowed: use zero or more");
        }
        command(new Command.Watch(requireNonNull(direction, "direction"), () -> new Truncation(bytes), Fault.CUT));
    }

    /**
     * Forwards everything until {@code pattern} has passed in {@code direction}; it is the last that passes on that connection
     * before {@code fault}. Other connections go on until it passes on them too.
     *
     * @param pattern found also where it is spread over several pieces
     * @throws IllegalArgumentException if {@code pattern} is empty
     */
    public void when(Direction direction, byte[] pattern, Fault fault) {
        if (pattern.length == 0) {
            throw new IllegalArgumentException("an empty pattern is not allowed");
        }
        requireNonNull(fault, "fault");
        byte[] copy = pattern.clone();
        command(new Command.Watch(requireNonNull(direction, "direction"), () -> new BytePattern(copy), fault));
    }

    /** Closes all connections, stops listening and waits up to 5 s for its threads; a second call does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            conduct.change(new Command.Break(Fault.CUT));
            closeListener();
            breakAll(Fault.CUT);
        } finally {
            lock.unlock();
        }
        joinThreads(thread -> true);
    }

    @Override
    public String toString() {
        return "FaultProxy[127.0.0.1:" + port + " -> " + target + "]";
    }

    private void command(Command command) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the proxy on port " + port + " is closed");
            }
            conduct.change(command);
            obey(command);
        } finally {
            lock.unlock();
        }
        if (command instanceof Command.Refuse) {
            // The kernel refuses connections only when no thread accepts them any more.
            joinThreads(thread -> thread.getName().endsWith(ACCEPT));
        }
    }

    private void obey(Command command) {
        if (command instanceof Command.Refuse) {
            closeListener();
        } else if (listener.isClosed()) {
            listenAgain();
        }
        if (command instanceof Command.Break broken) {
            breakAll(broken.fault());
        }
    }

    private void accept(ServerSocket source) {
        try {
            while (true) {
                admit(source.accept());
            }
        } catch (IOException notListeningAnyMore) {
            // Refused or closed.
        }
    }

    private void admit(Socket client) {
        accepted.incrementAndGet();
        ProxiedConnection connection = new ProxiedConnection(client, conduct);
        lock.lock();
        try {
            if (conduct.current().command() instanceof Command.Break broken) {
                connection.end(broken.fault());
                return;
            }
            open.add(connection);
            spawn("to-server", () -> serve(connection));
        } finally {
            lock.unlock();
        }
    }

    private void serve(ProxiedConnection connection) {
        if (connection.connect(target)) {
            spawn("to-client", () -> forward(connection, Direction.TO_CLIENT));
            forward(connection, Direction.TO_SERVER);
        }
        forgetIfEnded(connection);
    }

    private void forward(ProxiedConnection connection, Direction direction) {
        connection.forward(direction);
        forgetIfEnded(connection);
    }

    private void forgetIfEnded(ProxiedConnection connection) {
        if (connection.isEnded()) {
            open.remove(connection);
        }
    }

    private void breakAll(Fault fault) {
        open.forEach(connection -> connection.end(fault));
        open.clear();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(Ports.loopback(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void listenAgain() {
        try {
            ServerSocket next = listen(port);
            listener = next;
            spawn(ACCEPT, () -> accept(next));
        } catch (IOException e) {
            throw new IllegalStateException("somebody took port " + port + " while the proxy refused connections", e);
        }
    }

    private void closeListener() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spawn(String purpose, Runnable task) {
        Thread thread = new Thread(task, "renum-testkit-proxy-" + port + "-" + purpose);
        thread.setDaemon(true);
        // One that took itself away could not be joined at its very end.
        threads.removeIf(former -> former.getState() == Thread.State.TERMINATED);
        threads.add(thread);
        thread.start();
    }

    private void joinThreads(Predicate<Thread> which) {
        Deadline deadline = Deadline.after(END);
        try {
            for (Thread thread : threads.stream().filter(which).toList()) {
                thread.join(Math.max(1, deadline.remaining().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
