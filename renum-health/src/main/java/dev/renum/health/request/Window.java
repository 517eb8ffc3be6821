package dev.renum.health.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The requests of one method and route in the last minutes, interval by interval. Guarded by the lock of {@link Windows}. */
final class Window {
    static final long LENGTH = TimeUnit.MINUTES.toNanos(5);

    private final Deque<Interval> intervals = new ArrayDeque<>();
    private Totals before = Totals.NONE;

    private record Interval(
            long endedAt,
            Times times,
            Totals totals,
            @Nullable SlowestRequest slowest) {}

    /**
     * Begins a new interval and forgets those that are too old.
     *
     * @param spare a histogram that nobody needs, or {@code null}
     * @return the one that the next window may have as its spare
     */
    Histogram turn(RouteStatistics route, long now, Instant at, @Nullable Histogram spare) {
        Totals totals = route.totals();
        Histogram recorded = route.recorder().getIntervalHistogram(spare, false);
        if (recorded.getTotalCount() > 0) {
            intervals.addLast(new Interval(
                    now,
                    Times.of(recorded),
                    totals.minus(before),
                    route.slowest().take(at)));
            before = totals;
        }
        forget(now);
        return recorded;
    }

    /** Forgets everything, the newest interval too. */
    void clear() {
        intervals.clear();
    }

    private void forget(long now) {
        while (!intervals.isEmpty() && now - intervals.getFirst().endedAt() >= LENGTH) {
            intervals.removeFirst();
        }
    }

    void addTo(Histogram histogram) {
        intervals.forEach(interval -> interval.times().addTo(histogram));
    }

    Totals totals() {
        return intervals.stream().map(Interval::totals).reduce(Totals.NONE, Totals::plus);
    }

    /** The report, made with {@code scratch}, which must be empty and is not afterwards. */
    RouteReport report(String method, String route, Histogram scratch) {
        addTo(scratch);
        Totals totals = totals();
        SlowestRequest slowest = slowest();
        return new RouteReport(
                method,
                route,
                totals.requests(),
                totals.errors(),
                percentile(scratch, 50),
                percentile(scratch, 95),
                percentile(scratch, 99),
                slowest == null ? Duration.ZERO : slowest.duration(),
                slowest);
    }

    static Duration percentile(Histogram histogram, double percentile) {
        return Duration.of(histogram.getValueAtPercentile(percentile), java.time.temporal.ChronoUnit.MICROS);
    }

    private @Nullable SlowestRequest slowest() {
        SlowestRequest slowest = null;
        for (Interval interval : intervals) {
            SlowestRequest candidate = interval.slowest();
            if (candidate != null && (slowest == null || candidate.duration().compareTo(slowest.duration()) > 0)) {
                slowest = candidate;
            }
        }
        return slowest;
    }
}
