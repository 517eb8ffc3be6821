package dev.renum.health.check;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/**
 * The body of a response to {@code GET} (RFC 9112), which is counted and thrown away. Its length is told by its pieces, by its head, or by the
 * end of the connection, in this order.
 */
final class HttpBody {
    private static final int LONGEST_LINE = 1_024;

    private final InputStream in;
    private final long limit;
    private final byte[] buffer = new byte[8 * 1024];
    private long read;

    private HttpBody(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Reads the body to its end, or until it is longer than {@code limit} bytes; false if it is. */
    static boolean fits(HttpHead head, InputStream in, long limit) throws IOException {
        HttpBody body = new HttpBody(in, limit);
        if (head.status() == 204 || head.status() == 304) {
            return true;
        }
        String coding = head.fields().getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
        if (coding.endsWith("chunked")) {
            return body.pieces();
        }
        String length = head.fields().get("content-length");
        return length == null ? body.untilTheEnd() : body.exactly(number(length, 10));
    }

    private boolean pieces() throws IOException {
        boolean fits = true;
        for (long size = nextSize(); fits && size > 0; size = fits ? nextSize() : 0) {
            fits = exactly(size);
            if (fits && !line().isEmpty()) {
                throw new ProtocolException("a piece of the body has another length than it says");
            }
        }
        return fits;
    }

    /** A piece may have extensions after its size. */
    private long nextSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        return new HttpHead.Lines(in, LONGEST_LINE).next();
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0 && text.charAt(0) != '+') {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ProtocolException("the length of its body is no number");
    }

    private boolean exactly(long size) throws IOException {
        if (size > limit - read) {
            return false;
        }
        for (long left = size; left > 0; ) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new EOFException("its body breaks off");
            }
            left -= got;
            read += got;
        }
        return true;
    }

    private boolean untilTheEnd() throws IOException {
        int got = 0;
        while (got >= 0 && read <= limit) {
            read += got;
            got = in.read(buffer);
        }
        return read <= limit;
    }
}
