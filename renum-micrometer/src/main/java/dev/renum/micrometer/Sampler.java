package dev.renum.micrometer;

import dev.renum.core.Ticker;
import dev.renum.core.health.Metric;
import dev.renum.core.health.Monitored;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Measures all sources together, at most once per second however many meters are read.
 *
 * <p>Safe for use by many threads; one of them measures, the others wait for it, but not for ever.
 */
final class Sampler {
    private static final Metric FAILING =
            new Metric("renum.meters.failing", "sources", "Components that fail to give their figures.");
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final long patienceNanos;
    private final List<Source> sources;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final ReentrantLock flight = new ReentrantLock();
    private volatile Sampling current;
    private volatile @Nullable Sampling whileHanging;

    Sampler(Ticker ticker, List<Monitored> components) {
        this(ticker, components, PATIENCE);
    }

    /** With another time to wait for the thread that measures, for tests on machines where a second passes soon. */
    Sampler(Ticker ticker, List<Monitored> components, Duration patience) {
        this.ticker = ticker;
        this.patienceNanos = patience.toNanos();
        this.sources = components.stream().map(Source::new).toList();
        this.current = new Sampling(ticker.read() - MAX_AGE_NANOS, Map.of());
    }

    /** The figures of the last second, or unknown ones if a source hangs. */
    Sampling read() {
        Sampling last = current;
        // A source that reads meters while it is measured must not start over.
        return isFresh(last) || flight.isHeldByCurrentThread() ? last : refreshed();
    }

    private Sampling refreshed() {
        if (flight.tryLock()) {
            return measured();
        }
        Sampling unknown = whileHanging;
        return unknown == null ? awaited() : unknown;
    }

    /** Waits for the thread that measures, but if that is in vain, nobody waits again until it is through. */
    private Sampling awaited() {
        try {
            if (flight.tryLock(patienceNanos, TimeUnit.NANOSECONDS)) {
                return measured();
            }
            Sampling unknown = current.unknown();
            whileHanging = unknown;
            return unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return current.unknown();
        }
    }

    /** Called by the thread that holds the lock, which is given back. */
    private Sampling measured() {
        try {
            if (!isFresh(current)) {
                Map<Figure, Reading> readings = measure();
                // The time after measuring: a slow source would be measured again for each meter of a scrape otherwise.
                current = new Sampling(ticker.read(), readings);
            }
            return current;
        } finally {
            whileHanging = null;
            flight.unlock();
        }
    }

    /** What was known before and is not written now stays, as unknown. */
    private Map<Figure, Reading> measure() {
        Map<Figure, Reading> written = new HashMap<>();
        for (Source source : sources) {
            written.putAll(source.measure(new FigureSink(shapes, written)));
        }
        FigureSink own = new FigureSink(shapes, written);
        own.gauge(FAILING, (double) sources.stream().filter(Source::isFailing).count());
        Map<Figure, Reading> all = new HashMap<>(current.unknown().readings());
        all.putAll(written);
        all.putAll(own.complete());
        return all;
    }

    private boolean isFresh(Sampling sampling) {
        return ticker.read() - sampling.takenAt() < MAX_AGE_NANOS;
    }
}
