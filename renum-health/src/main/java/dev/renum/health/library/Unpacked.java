package dev.renum.health.library;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of all entries of an archive together, up to a limit: a few bytes can unpack to more than any machine holds. */
final class Unpacked extends FilterInputStream {
    private final byte[] scratch = new byte[8192];
    private final long limit;
    private long total;

    Unpacked(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** Passes over the rest of the current entry. */
    void drain() throws IOException {
        int read;
        do {
            read = read(scratch, 0, scratch.length);
        } while (read >= 0);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws TooLargeException {
        total += more;
        if (total > limit) {
            throw new TooLargeException("unpacks to more than " + limit + " bytes");
        }
    }
}
