package dev.renum.health;

import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import dev.renum.health.background.BackgroundLog;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** The thread that does a pass over the checks again and again. Nothing but {@link #close} ends it: a snapshot that stays stale helps nobody. */
final class CheckScheduler {
    private static final long AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private final LongConsumer pass;
    private final LongSupplier idle;
    private final Guard guard;
    private final Ticker ticker;
    private final BackgroundLog log;
    private final Thread thread;

    /** Of the thread itself. */
    private long plannedAt;

    private boolean failing;
    private volatile boolean closed;

    /**
     * One that {@link #start} starts.
     *
     * @param pass does one pass, which was planned for that reading of the ticker
     * @param idle tells for how many nanoseconds nothing is due
     */
    CheckScheduler(LongConsumer pass, LongSupplier idle, Guard guard, Ticker ticker, BackgroundLog log) {
        this.pass = pass;
        this.idle = idle;
        this.guard = guard;
        this.ticker = ticker;
        this.log = log;
        this.plannedAt = ticker.read();
        this.thread = CheckThreads.daemon(this::live, "renum-health-scheduler");
    }

    void start() {
        thread.start();
    }

    /** Ends the thread; the monitor has woken it. */
    void close() {
        closed = true;
        thread.interrupt();
    }

    void awaitEnd(Deadline deadline) throws InterruptedException {
        thread.join(Math.max(1, deadline.remaining().toMillis()));
    }

    private void live() {
        while (!closed) {
            try {
                round();
            } catch (Throwable t) { // whatever it is: the next round may succeed
                survive(t);
            }
        }
    }

    private void round() {
        pass.accept(plannedAt);
        long pause = idle.getAsLong();
        plannedAt = ticker.read() + pause;
        works();
        pause(pause);
    }

    private void survive(Throwable failure) {
        try {
            fails(failure);
            pause(AFTER_FAILURE);
        } catch (Throwable t) {
            // There is not even the memory to say so, or to wait.
        }
    }

    /** An interrupt costs a pass: either {@link #close} wants it to end, or nobody has a reason for it. */
    private void pause(long nanos) {
        try {
            guard.pause(nanos);
        } catch (InterruptedException e) {
            // The next round asks whether it is closed.
        }
    }

    /** One line when it begins to fail and one when that is over, not one per second. */
    private void fails(Throwable failure) {
        if (!failing) {
            failing = true;
            log.write(to -> to.atError()
                    .setCause(BackgroundLog.masked(failure))
                    .log("a pass of the health scheduler failed; it tries again each second"));
        }
    }

    private void works() {
        if (failing) {
            failing = false;
            log.write(to -> to.atInfo().log("the health scheduler works again"));
        }
    }
}
