package dev.renum.health.request;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.Recorder;

/**
 * The times of the requests of one interval, in as little memory as there are different ones.
 *
 * <p>Histograms of two digits from 1 µs to one minute, which makes percentiles right to 1 %; longer times count as one minute. Each has 20 KiB, so a
 * route has one of them, which it records into, and what was recorded is kept as pairs of a time and its count.
 */
final class Times {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 2;

    private final int[] micros;
    private final int[] counts;

    private Times(int[] micros, int[] counts) {
        this.micros = micros;
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
        int size = 0;
        for (HistogramIterationValue ignored : histogram.recordedValues()) {
            size++;
        }
        int[] micros = new int[size];
        int[] counts = new int[size];
        int i = 0;
        for (HistogramIterationValue value : histogram.recordedValues()) {
            micros[i] = (int) value.getValueIteratedTo();
            counts[i] = (int) Math.min(Integer.MAX_VALUE, value.getCountAtValueIteratedTo());
            i++;
        }
        return new Times(micros, counts);
    }

    void addTo(Histogram histogram) {
        for (int i = 0; i < micros.length; i++) {
            histogram.recordValueWithCount(micros[i], counts[i]);
        }
    }
}
