package dev.renum.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, which has an end in time and remembers whether its framing broke.
 *
 * <p>The server's stream goes on behind an error as if nothing had been, and may take what follows for the end of the body: what a
 * client has put there would become a request of its own.
 */
final class RequestBody extends InputStream {
    private static final int READ_OFF_LIMIT = 16 * 1024 * 1024;

    private final InputStream client;
    private final Patience patience;
    private boolean broken;
    private boolean ended;

    private RequestBody(InputStream client, Patience patience, boolean ended) {
        this.client = client;
        this.patience = patience;
        this.ended = ended;
    }

    static RequestBody of(HttpExchange exchange, Patience patience) {
        return new RequestBody(exchange.getRequestBody(), patience, !isAnnounced(exchange));
    }

    private static boolean isAnnounced(HttpExchange exchange) {
        com.sun.net.httpserver.Headers headers = exchange.getRequestHeaders();
        String length = headers.getFirst("Content-Length");
        return headers.containsKey("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    /** Whether nothing is left of it, so that nobody can wait for it. */
    boolean hasEnded() {
        return ended;
    }

    boolean isBroken() {
        return broken;
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
        if (ended) {
            return -1;
        }
        try {
            int read = client.read(buffer, offset, length);
            ended = read < 0;
            return read;
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /**
     * Reads what a handler is to get.
     *
     * @throws IOException if the body is broken or does not come in time; the connection is closed then
     */
    @Override
    public byte[] readNBytes(int length) throws IOException {
        if (ended) {
            return new byte[0];
        }
        ReadLimit limit = ReadLimit.begin(patience.body());
        try {
            return super.readNBytes(length);
        } finally {
            limit.end();
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
