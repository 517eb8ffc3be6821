package dev.renum.health.sampling;

import dev.renum.health.metric.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the values of each period come to, once it is over. One thread adds, any number read. */
final class Periods {
    private static final int COLUMNS = 6;

    private final Duration length;
    private final Ring over;
    private boolean begun;
    private long period;
    private int count;
    private double min;
    private double max;
    private double sum;
    private double last;

    Periods(Duration length, int capacity) {
        this.length = length;
        this.over = new Ring(COLUMNS, capacity);
    }

    /** Counts {@code value}, or only that there was none if it is not known. A clock that was set back begins another period. */
    void add(long epochMillis, double value) {
        long now = Math.floorDiv(epochMillis, length.toMillis());
        if (!begun || now != period) {
            end();
            begin(now);
        }
        if (!Double.isNaN(value)) {
            count(value);
        }
    }

    /** Those that are over, oldest first. */
    List<Rollup> over() {
        return over.all().stream().map(this::rollup).toList();
    }

    private void begin(long now) {
        begun = true;
        period = now;
        count = 0;
        sum = 0;
        min = Double.NaN;
        max = Double.NaN;
        last = Double.NaN;
    }

    private void count(double value) {
        min = count == 0 ? value : Math.min(min, value);
        max = count == 0 ? value : Math.max(max, value);
        sum += value;
        last = value;
        count++;
    }

    private void end() {
        if (begun) {
            over.add(period, count, bits(min), bits(max), bits(sum / count), bits(last));
        }
    }

    private Rollup rollup(long[] row) {
        Instant from = Instant.ofEpochMilli(row[0] * length.toMillis());
        return new Rollup(from, length, (int) row[1], value(row[2]), value(row[3]), value(row[4]), value(row[5]));
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static double value(long bits) {
        return Double.longBitsToDouble(bits);
    }
}
