package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.health.background.BackgroundLog;
import dev.renum.health.request.RequestStatistics;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orderly stop of a process: it stops taking work, finishes what it has, then ends.
 *
 * <pre>{@code
 * try (Drain drain = Drain.onTermination();
 *         HealthMonitor health = HealthMonitor.builder(settings).build()) {
 *     server.start();
 *     drain.await(health);
 *     server.stop();
 * }
 * }</pre>
 *
 * <p>Open it first, so that it is closed last: closing it lets the JVM end by the signal that came. One per process. Safe for use by many
 * threads.
 */
public final class Drain implements AutoCloseable {
    /** The signals of a process are state of the process, which this mirrors. */
    private static final AtomicBoolean OPEN = new AtomicBoolean();

    private static final long POLL_MILLIS = 10;
    private static final Duration LOG_LIMIT = Duration.ofMillis(300);

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch hurried = new CountDownLatch(1);
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BackgroundLog log;
    private final Termination termination;

    Drain(Logger log) {
        this.log = BackgroundLog.of(log);
        this.termination = Termination.handledBy(this::signalled, this.log);
    }

    /**
     * Begins to drain at SIGTERM or SIGINT; a second signal skips the waiting, a third acts as without this.
     *
     * @throws IllegalStateException if one is open already: the signals belong to the process, and so to one drain
     */
    public static Drain onTermination() {
        if (!OPEN.compareAndSet(false, true)) {
            throw new IllegalStateException("a Drain is open already in this process; close it, or share it");
        }
        return new Drain(LoggerFactory.getLogger(Drain.class));
    }

    /** Begins to drain without a signal; a signal that follows does not cut it short, a second one does. */
    public void begin() {
        started.countDown();
    }

    /**
     * Blocks until a signal comes, and then until no more work is to be expected or done here.
     *
     * <p>Readiness of {@code health} is withdrawn at once; after {@link HealthSettings#drainAnnounce()} it waits until no request is in
     * flight, at most {@link HealthSettings#drainLimit()}. A signal that came before this call counts. An interrupt ends the waiting, and the
     * thread's flag stays set. {@link #close()} ends it too, and leaves readiness as it is.
     */
    public void await(HealthMonitor health) {
        requireNonNull(health, "health");
        try {
            started.await();
            if (!closed.get()) {
                drain(health, health.settings());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(HealthMonitor health, HealthSettings settings) throws InterruptedException {
        withdrawReadiness(health);
        log.write(to -> to.atInfo()
                .addKeyValue("announce", settings.drainAnnounce())
                .addKeyValue("limit", settings.drainLimit())
                .log("shutting down: no more work is wanted"));
        if (!hurried.await(settings.drainAnnounce().toMillis(), TimeUnit.MILLISECONDS)) {
            awaitRequests(health.requests(), Deadline.after(settings.drainLimit()));
        }
        long inFlight = health.requests().inFlight();
        log.write(to -> to.atInfo().addKeyValue("inFlight", inFlight).log("drained"));
    }

    /**
     * Gives signals back to whoever had them and, if one has come, raises it again, so that the JVM ends as it would have without this. Whoever
     * waits is let go.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            hurried.countDown();
            started.countDown();
            log.close(Deadline.after(LOG_LIMIT));
            try {
                termination.close();
            } finally {
                // Not earlier: one that is opened meanwhile would lose its handlers when those of this one go.
                OPEN.set(false);
            }
        }
    }

    private void signalled() {
        if (signals.incrementAndGet() > 1) {
            hurried.countDown();
        }
        started.countDown();
    }

    private static void withdrawReadiness(HealthMonitor health) {
        if (health instanceof ConcurrentHealthMonitor monitor) {
            monitor.withdraw();
        }
        if (health instanceof DisabledHealthMonitor monitor) {
            monitor.withdraw();
        }
    }

    private void awaitRequests(RequestStatistics requests, Deadline deadline) throws InterruptedException {
        boolean hurry = false;
        while (!hurry && requests.inFlight() > 0 && !deadline.isExpired()) {
            hurry = hurried.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
