package dev.renum.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The way to a client, for a {@link BodyWriter}: remembers whether the client has gone, and cannot be closed.
 *
 * <p>A writer that fails inside a try-with-resources would otherwise end the body as if it were complete.
 */
final class ClientStream extends OutputStream {
    private final OutputStream client;
    private boolean broken;

    ClientStream(OutputStream client) {
        this.client = client;
    }

    boolean isBroken() {
        return broken;
    }

    /** Closes the connection without an end of the body. Only the server can do so, but a write by an interrupted thread makes it. */
    void cut() {
        boolean interrupted = Thread.currentThread().isInterrupted();
        Thread.currentThread().interrupt();
        try {
            client.write(0);
            client.flush();
        } catch (IOException e) {
            broken = true;
        } finally {
            if (!interrupted) {
                Thread.interrupted();
            }
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            client.write(bytes, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            client.flush();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
