package dev.renum.health.background;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * A log whose lines are written on a thread of their own, {@code renum-health-log}: an appender that blocks holds nobody up, and one that fails reaches
 * nobody. Beyond 1,000 lines that wait the oldest are dropped. Safe for use by many threads.
 */
public final class BackgroundLog {
    private final Mailbox<Consumer<Logger>> lines;
    private final AtomicLong dropped = new AtomicLong();

    /** What writes to {@code log} on the thread that {@code threads} makes, once for each time that a line waits. */
    public BackgroundLog(Logger log, ThreadFactory threads) {
        this.lines = new Mailbox<>(line -> line.accept(log), failure -> dropped.incrementAndGet(), threads);
    }

    /** What writes to {@code log} on daemons. */
    public static BackgroundLog of(Logger log) {
        return new BackgroundLog(log, BackgroundLog::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "renum-health-log");
        thread.setDaemon(true);
        return thread;
    }

    /** As much of {@code failure} as may be shown: where it was thrown, and what it says without secrets. */
    public static Throwable masked(Throwable failure) {
        Throwable shown = new IllegalStateException(Masking.mask(Failures.text(failure)));
        shown.setStackTrace(failure.getStackTrace());
        return shown;
    }

    /** Lets {@code line} be written in its turn. */
    public void write(Consumer<Logger> line) {
        if (lines.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    /** How many lines were not written: the appender blocked for too long, or failed. */
    public long dropped() {
        return dropped.get();
    }

    /** Tries again to write what waits, where no thread could be had for it. */
    public void resume() {
        lines.resume();
    }

    /** Waits until all lines are written, or until {@code deadline}, and gives up on the rest. */
    public void close(Deadline deadline) {
        lines.await(deadline);
        lines.close();
        lines.interrupt();
    }
}
