package dev.renum.health.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * The times of the requests of one interval, in little memory.
 *
 * <p>Histograms of two digits from 1 µs to one minute, which makes percentiles right to 1 % from 0.1 ms on; longer times than a minute count as one. Each
 * has 20 KiB, so a route has one of them, which it records into. What was recorded is kept as the counts from the shortest time to the longest: a byte
 * for a count below 128, two for times without a request in between, however many.
 */
final class Times {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 2;

    private final long shortest;
    private final byte[] counts;

    private Times(long shortest, byte[] counts) {
        this.shortest = shortest;
        this.counts = counts;
    }

    static Recorder recorder() {
        return new Recorder(1, LONGEST, DIGITS);
    }

    static Histogram histogram() {
        return new Histogram(1, LONGEST, DIGITS);
    }

    /** A time as it is recorded; rounded up, since 0 would be no time. */
    static long micros(long nanos) {
        return Math.min(LONGEST, nanos / 1_000 + 1);
    }

    /** What {@code histogram} has. */
    static Times of(Histogram histogram) {
        ByteArrayOutputStream counts = new ByteArrayOutputStream();
        long shortest = histogram.getMinNonZeroValue();
        long absent = 0;
        for (long micros = shortest;
                micros <= histogram.getMaxValue();
                micros = histogram.nextNonEquivalentValue(micros)) {
            long count = histogram.getCountAtValue(micros);
            if (count == 0) {
                absent++;
            } else {
                skip(absent, counts);
                write(count, counts);
                absent = 0;
            }
        }
        return new Times(shortest, counts.toByteArray());
    }

    /** Records them all into {@code histogram}, which is one of those that are made here. */
    void addTo(Histogram histogram) {
        ByteBuffer in = ByteBuffer.wrap(counts);
        long micros = shortest;
        while (in.hasRemaining()) {
            long count = read(in);
            long steps = count == 0 ? read(in) : 1;
            if (count > 0) {
                histogram.recordValueWithCount(micros, count);
            }
            for (; steps > 0; steps--) {
                micros = histogram.nextNonEquivalentValue(micros);
            }
        }
    }

    private static void skip(long absent, ByteArrayOutputStream out) {
        if (absent > 0) {
            out.write(0);
            write(absent, out);
        }
    }

    /** Seven bits to a byte, the lowest first, as LEB128 does; the eighth says that more follow. */
    private static void write(long number, ByteArrayOutputStream out) {
        long rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
            out.write((int) ((rest & 0x7f) | 0x80));
        }
        out.write((int) rest);
    }

    private static long read(ByteBuffer in) {
        byte part = in.get();
        long number = part & 0x7f;
        for (int shift = 7; part < 0; shift += 7) {
            part = in.get();
            number |= (part & 0x7fL) << shift;
        }
        return number;
    }
}
