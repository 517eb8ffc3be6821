package dev.renum.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, which remembers whether its framing broke.
 *
 * <p>The server's stream goes on behind an error as if nothing had been, and may take what follows for the end of the body: what a
 * client has put there would become a request of its own.
 */
final class RequestBody extends InputStream {
    private static final int READ_OFF_LIMIT = 16 * 1024 * 1024;

    private final InputStream client;
    private boolean broken;

    RequestBody(InputStream client) {
        this.client = client;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken) {
            throw new IOException("the body of the request is broken");
        }
        try {
            return client.read(buffer, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /**
     * Reads what nobody has, up to 16 MiB. The answer is on its way by now: a client may wait for it before it sends the rest, and a
     * connection that is closed with bytes unread is reset, which may destroy an answer not yet read.
     *
     * @throws IOException if the body is broken, so that nobody knows where the next request begins
     */
    void readOff() throws IOException {
        byte[] scrap = new byte[8 * 1024];
        int left = READ_OFF_LIMIT;
        for (int read = read(scrap); read >= 0 && left > read; read = read(scrap)) {
            left -= read;
        }
    }
}
