package dev.renum.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Sends back what it receives, and notes what that was and how each connection ended. */
final class EchoServer implements AutoCloseable {
    static final String CLOSED = "(closed)";
    static final String FAILED = "(failed)";

    private final ServerSocket listener;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    EchoServer() throws IOException {
        listener = new ServerSocket();
        listener.bind(new InetSocketAddress(Ports.loopback(), 0));
        spawn(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What was received, piece by piece. */
    BlockingQueue<String> received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                spawn(() -> echo(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void echo(Socket client) {
        byte[] piece = new byte[8192];
        try (client) {
            for (int length; (length = client.getInputStream().read(piece)) >= 0; ) {
                received.add(new String(piece, 0, length, StandardCharsets.US_ASCII));
                client.getOutputStream().write(piece, 0, length);
            }
            received.add(CLOSED);
        } catch (IOException e) {
            received.add(FAILED);
        }
    }

    private static void spawn(Runnable task) {
        Thread thread = new Thread(task, "echo");
        thread.setDaemon(true);
        thread.start();
    }
}
