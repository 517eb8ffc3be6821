package dev.renum.health.request;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one method and route in the last minutes, in few intervals however often somebody looks: a short one takes what comes next.
 * Guarded by the lock of {@link Windows}.
 */
final class Window {
    static final long LENGTH = TimeUnit.MINUTES.toNanos(5);
    private static final long SHORT = TimeUnit.SECONDS.toNanos(40);

    private final Deque<Interval> intervals = new ArrayDeque<>();
    private Totals before = Totals.NONE;
    private long lookedAt;

    private record Interval(
            long begunAt,
            long endedAt,
            Times times,
            Totals totals,
            @Nullable SlowestRequest slowest) {
        /** Both together; the times of this one are added to {@code recorded}, which has those of {@code next}. */
        Interval and(Interval next, Histogram recorded) {
            times.addTo(recorded);
            return new Interval(
                    begunAt, next.endedAt, Times.of(recorded), totals.plus(next.totals), slower(slowest, next.slowest));
        }
    }

    /**
     * Takes what was recorded since the last call and forgets what is too old.
     *
     * @param spare a histogram that nobody needs, or {@code null}
     * @return the one that the next window may have as its spare
     */
    Histogram turn(RouteStatistics route, long now, Instant at, @Nullable Histogram spare) {
        Totals totals = route.totals();
        Histogram recorded = route.recorder().getIntervalHistogram(spare, false);
        if (recorded.getTotalCount() > 0) {
            long begunAt = intervals.isEmpty() ? now : lookedAt;
            add(
                    new Interval(
                            begunAt,
                            now,
                            Times.of(recorded),
                            totals.minus(before),
                            route.slowest().take(at)),
                    recorded);
            before = totals;
        }
        lookedAt = now;
        forget(now);
        return recorded;
    }

    private void add(Interval next, Histogram recorded) {
        Interval last = intervals.peekLast();
        boolean isShort = last != null && last.endedAt() - last.begunAt() < SHORT;
        intervals.addLast(isShort ? intervals.removeLast().and(next, recorded) : next);
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
        return Duration.of(histogram.getValueAtPercentile(percentile), ChronoUnit.MICROS);
    }

    private @Nullable SlowestRequest slowest() {
        SlowestRequest slowest = null;
        for (Interval interval : intervals) {
            slowest = slower(slowest, interval.slowest());
        }
        return slowest;
    }

    /** The first one of those that took as long. */
    private static @Nullable SlowestRequest slower(@Nullable SlowestRequest one, @Nullable SlowestRequest other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.duration().compareTo(one.duration()) > 0 ? other : one;
    }
}
