package dev.renum.health.request;

import dev.renum.core.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The last five minutes of every route. A look begins a new interval if the last began 5 s ago, so that it costs the same however many look. Nobody
 * can tell what in a longer interval than five minutes is recent, so that is left out, and so is everything once the ticker has gone back. Safe for
 * use by many threads.
 */
final class Windows {
    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(5);
    private static final long REGULAR = TimeUnit.MINUTES.toNanos(1);
    /** Of fewer requests, a single one would be the ratio that failed, and the time of the slowest five in a hundred. */
    private static final long FEWEST = 20;

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RouteStatistics, Window> windows = new HashMap<>();
    private final Histogram scratch = Times.histogram();
    private @Nullable Histogram spare;
    private long turnedAt;
    private boolean turned;
    private Overall overall = new Overall(Double.NaN, Double.NaN);

    Windows(Ticker ticker) {
        this.ticker = ticker;
        this.turnedAt = ticker.read();
    }

    /** A route with its method. */
    record Named(String method, RouteStatistics statistics) {}

    /** All routes together: seconds, and the ratio of those that failed; {@code NaN} where there were fewer than 20 requests. */
    record Overall(double p95, double errors) {}

    /** The routes that had requests, those with the most first. */
    List<RouteReport> reports(List<Named> routes) {
        lock.lock();
        try {
            look(routes);
            List<RouteReport> reports = new ArrayList<>();
            routes.forEach(route -> report(route, reports));
            reports.sort((a, b) -> Long.compare(b.requests(), a.requests()));
            return reports;
        } finally {
            lock.unlock();
        }
    }

    Overall overall(List<Named> routes) {
        lock.lock();
        try {
            look(routes);
            return overall;
        } finally {
            lock.unlock();
        }
    }

    /** Looks if nobody has for a minute. */
    void keepUp(Supplier<List<Named>> routes) {
        lock.lock();
        try {
            if (ticker.read() - turnedAt >= REGULAR) {
                look(routes.get());
            }
        } finally {
            lock.unlock();
        }
    }

    private void report(Named route, List<RouteReport> reports) {
        Window window = windows.get(route.statistics());
        if (window != null && window.totals().requests() > 0) {
            scratch.reset();
            reports.add(window.report(route.method(), route.statistics().route(), scratch));
        }
    }

    private void look(List<Named> routes) {
        long now = ticker.read();
        long length = now - turnedAt;
        if (turned && length >= 0 && length < SHORTEST) {
            return;
        }
        turn(routes, now, length >= 0 && length <= Window.LENGTH);
        turned = true;
        turnedAt = now;
        overall = together();
    }

    private void turn(List<Named> routes, long now, boolean isRecent) {
        Instant at = Instant.now();
        for (Named route : routes) {
            Window window = windows.computeIfAbsent(route.statistics(), key -> new Window());
            spare = window.turn(route.statistics(), now, at, spare);
            if (!isRecent) {
                window.clear();
            }
        }
    }

    private Overall together() {
        scratch.reset();
        windows.values().forEach(window -> window.addTo(scratch));
        Totals totals = windows.values().stream().map(Window::totals).reduce(Totals.NONE, Totals::plus);
        if (totals.requests() < FEWEST) {
            return new Overall(Double.NaN, Double.NaN);
        }
        Duration p95 = Window.percentile(scratch, 95);
        return new Overall(p95.toNanos() / 1e9, (double) totals.errors() / (double) totals.requests());
    }
}
