package dev.renum.testkit;

import dev.renum.testkit.Conduct.Order;
import dev.renum.testkit.FaultProxy.Direction;
import dev.renum.testkit.FaultProxy.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection of a client through a proxy: two sockets, and the bytes from each to the other.
 *
 * <p>Any thread may end it; each direction is forwarded by one thread.
 */
final class ProxiedConnection {
    private static final int PIECE = 8192;
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration FOREVER = Duration.ofDays(1_000);

    private final Socket client;
    private final Socket server = new Socket();
    private final Conduct conduct;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger finishedDirections = new AtomicInteger();

    /** The order under which a pattern made this connection hang; orders count from 0. */
    private volatile long hangsUnder = -1;

    /** Whether a pattern is about to end this connection, so that nothing but its last bytes may pass. */
    private volatile boolean ending;

    ProxiedConnection(Socket client, Conduct conduct) {
        this.client = client;
        this.conduct = conduct;
    }

    /** Connects to the server as soon as the proxy's orders permit it; ends the connection and is false if that fails. */
    boolean connect(InetSocketAddress target) {
        return attempt(() -> {
            awaitPermission();
            server.connect(target, CONNECT_MILLIS);
        });
    }

    /** Forwards one direction until its source or the connection ends. */
    void forward(Direction direction) {
        Socket source = direction == Direction.TO_SERVER ? client : server;
        Socket sink = direction == Direction.TO_SERVER ? server : client;
        boolean orderly = attempt(() -> pump(direction, source.getInputStream(), sink.getOutputStream()))
                && !ending
                && attempt(sink::shutdownOutput);
        if (orderly && finishedDirections.incrementAndGet() == Direction.values().length) {
            end(Fault.CUT);
        }
    }

    boolean isEnded() {
        return ended.get();
    }

    /** Closes both sockets, the client's in the way of {@code fault}; only the first call does something. */
    void end(Fault fault) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        // The client's only: a reset could take from the server what it has received but not yet read.
        try (server;
                client) {
            if (fault == Fault.RESET) {
                client.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pump(Direction direction, InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        OrderedTrap trap = new OrderedTrap(direction);
        for (int length; (length = in.read(piece)) >= 0; ) {
            for (int from = 0; from < length && !ending; ) {
                Order order = awaitPermission();
                from = pass(order, trap.under(order), piece, from, length, out);
            }
        }
        awaitPermission();
    }

    /** Writes as much as may pass, and says where the rest begins. */
    private int pass(Order order, Trap trap, byte[] piece, int from, int length, OutputStream out) throws IOException {
        if (ending) {
            return length;
        }
        int sprung = trap.spring(piece, from, length);
        if (sprung < 0) {
            out.write(piece, from, length - from);
            return length;
        }
        Fault fault = order.command().trapFault();
        // Before the last bytes pass, so that the answer to them does not.
        if (fault == Fault.HANG) {
            hangsUnder = order.number();
        } else {
            ending = true;
        }
        out.write(piece, from, sprung - from);
        if (ending) {
            end(fault);
        }
        return sprung;
    }

    /** Waits through silences and the delay, and says under which order the next piece passes. */
    private Order awaitPermission() throws IOException, InterruptedException {
        Order order = conduct.current();
        while (order.command() instanceof Command.Hang || order.number() == hangsUnder) {
            order = conduct.awaitChange(order, FOREVER);
        }
        if (order.command() instanceof Command.Break broken) {
            // Whoever gave the order ends the connection too, but what was held back must not slip through before.
            end(broken.fault());
            throw new SocketException("the connection is broken");
        }
        if (!(order.command() instanceof Command.Delay delayed)) {
            return order;
        }
        Order next = conduct.awaitChange(order, delayed.delay());
        return next.number() == order.number() ? order : awaitPermission();
    }

    private boolean attempt(Step step) {
        try {
            step.take();
            return true;
        } catch (IOException | InterruptedException e) {
            end(Fault.CUT);
            return false;
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException, InterruptedException;
    }
}
