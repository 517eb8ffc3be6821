package dev.renum.testkit;

import dev.renum.core.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what nobody announces: the state of another process. */
final class Await {
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Await() {}

    /** A condition that may need I/O to find out. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    /**
     * Whether {@code condition} holds within {@code limit}; it is tried at least once.
     *
     * @throws IOException from the condition, or if the thread is interrupted, whose flag is kept
     */
    static boolean until(Duration limit, Condition condition) throws IOException {
        Deadline deadline = Deadline.after(limit);
        while (!condition.holds()) {
            if (deadline.isExpired()) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted while waiting");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
