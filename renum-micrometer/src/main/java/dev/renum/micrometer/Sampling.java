package dev.renum.micrometer;

import dev.renum.core.Ticker;
import dev.renum.core.health.Monitored;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all components at one moment, at most a second old when read.
 *
 * <p>One thread samples, without holding a lock; others wait for it, but not for ever.
 */
final class Sampling {
    private static final long MAX_AGE = Duration.ofSeconds(1).toNanos();

    private final Catalog catalog = new Catalog();
    private final List<Source> sources;
    private final Ticker ticker;
    private final Runnable afterwards;
    private final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();
    private volatile Moment moment;
    private volatile boolean closed;

    Sampling(List<Monitored> components, Ticker ticker, Runnable afterwards) {
        this.sources = components.stream().map(Source::new).toList();
        this.ticker = ticker;
        this.afterwards = afterwards;
        this.moment = new Moment(ticker.read() - MAX_AGE);
    }

    Collection<Series> series() {
        return catalog.series();
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** The value of a gauge or counter, or the nanoseconds of a timer; NaN if it is not known now. */
    double value(Series series) {
        return refresh() ? series.reading().value() : Double.NaN;
    }

    /** The count of a timer. */
    long count(Series series) {
        refresh();
        return series.reading().count();
    }

    /** Sees to it that the figures are fresh; {@code false} if that fails. */
    boolean refresh() {
        if (closed) {
            return false;
        }
        if (isFresh()) {
            return true;
        }
        Flight mine = new Flight();
        Flight running = flight.compareAndExchange(null, mine);
        if (running != null) {
            return running.isMine() || running.await();
        }
        try {
            sampleIfStale();
        } finally {
            flight.set(null);
            mine.land();
        }
        return true;
    }

    private void sampleIfStale() {
        if (isFresh()) {
            return;
        }
        long begun = ticker.read();
        sources.forEach(source -> source.sample(catalog));
        moment = new Moment(begun);
        afterwards.run();
    }

    private boolean isFresh() {
        return ticker.read() - moment.nanos() < MAX_AGE;
    }

    /** When the figures were taken. */
    private record Moment(long nanos) {}

    /** A sampling on its way. */
    private static final class Flight {
        private final Thread pilot = Thread.currentThread();
        private final CountDownLatch landed = new CountDownLatch(1);
        private volatile boolean overdue;

        /** A component, or a listener of the registry, that reads meters while it is asked. */
        boolean isMine() {
            return pilot.equals(Thread.currentThread());
        }

        /** Only the first meter of a scrape waits for a component that hangs. */
        boolean await() {
            if (overdue) {
                return false;
            }
            try {
                overdue = !landed.await(MAX_AGE, TimeUnit.NANOSECONDS);
                return !overdue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void land() {
            landed.countDown();
        }
    }
}
