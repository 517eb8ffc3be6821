package dev.renum.health.alert;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.core.Ticker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a pass again and again, whatever it throws, until it is closed. Safe for use by many threads. */
final class EvaluationThread {
    private final Runnable pass;
    private final Duration period;
    private final Ticker ticker;
    private final AlertLog log;
    private final Thread thread;
    private final Semaphore due = new Semaphore(0);
    private volatile boolean closed;
    private volatile long passedAt;
    private volatile @Nullable String failure;

    EvaluationThread(Runnable pass, Duration period, Ticker ticker, AlertLog log) {
        this.pass = pass;
        this.period = period;
        this.ticker = ticker;
        this.log = log;
        this.passedAt = ticker.read();
        this.thread = new Thread(this::run, "renum-health-alerts");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Lets the next pass begin at once. */
    void wake() {
        due.release();
    }

    private void run() {
        while (!closed) {
            runOnce();
            try {
                due.tryAcquire(period.toNanos(), TimeUnit.NANOSECONDS);
                due.drainPermits();
            } catch (InterruptedException e) {
                // Either close() wants it to end, or nobody has a reason to interrupt it.
            }
        }
    }

    private void runOnce() {
        try {
            pass.run();
            failure = null;
            passedAt = ticker.read();
        } catch (Throwable t) { // without this thread nobody would hear of anything any more
            boolean isNew = failure == null;
            failure = Masking.mask(Failures.text(t));
            if (isNew) {
                log.failed("a pass of the alert rules failed; the next one follows", t);
            }
        }
    }

    /** What the last pass has thrown; {@code null} if it has not. */
    @Nullable
    String failure() {
        return failure;
    }

    /** How long ago the last pass ended that went well. */
    Duration age() {
        return Duration.ofNanos(Math.max(0, ticker.read() - passedAt));
    }

    /** Ends it; waits for that until {@code deadline}, unless it is the caller itself. */
    void close(Deadline deadline) throws InterruptedException {
        closed = true;
        thread.interrupt();
        if (!thread.equals(Thread.currentThread())) {
            TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining().toNanos());
        }
    }
}
