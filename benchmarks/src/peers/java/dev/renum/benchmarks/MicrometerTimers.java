package dev.renum.benchmarks;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.concurrent.TimeUnit;

/** Micrometer's timers, as they can be told to keep percentiles. */
final class MicrometerTimers {
    private MicrometerTimers() {}

    /** Without percentiles. */
    static Timer.Builder plain(String name) {
        return Timer.builder(name);
    }

    /** With three, of the precision that Micrometer has by default. */
    static Timer.Builder percentiles(String name) {
        return plain(name).publishPercentiles(0.5, 0.95, 0.99);
    }

    /** With three of two digits, the precision that Renum has. */
    static Timer.Builder twoDigits(String name) {
        return percentiles(name).percentilePrecision(2);
    }

    /** The nanoseconds that a timer shows for the percentile at {@code index}. */
    static double nanos(HistogramSnapshot snapshot, int index) {
        return snapshot.percentileValues()[index].value(TimeUnit.NANOSECONDS);
    }
}
