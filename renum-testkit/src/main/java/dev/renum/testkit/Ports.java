package dev.renum.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.IntSupplier;

/** Ports of the loopback interface. */
final class Ports {
    private static final int ATTEMPTS = 5;

    private Ports() {}

    /** What is started on a port. */
    @FunctionalInterface
    interface Starter<T> {
        T start(int port) throws IOException;
    }

    /** A port that was free a moment ago. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Starts on a free port, on another one if somebody else takes it between the choice and the start. */
    static <T> T startOnFree(IntSupplier ports, Starter<T> starter) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            try {
                return starter.start(port);
            } catch (IOException e) {
                if (attempt == ATTEMPTS || isFree(port)) {
                    throw e;
                }
            }
        }
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
