package dev.renum.health;

import org.jspecify.annotations.Nullable;

/** One run of a check. All fields are guarded by the monitor's lock. */
final class CheckRun {
    private final long startedAt;
    private long deadline;
    private boolean stuck;
    private boolean cancelled;
    private boolean begun;
    private @Nullable Thread thread;

    CheckRun(long startedAt, long deadline) {
        this.startedAt = startedAt;
        this.deadline = deadline;
    }

    long startedAt() {
        return startedAt;
    }

    long deadline() {
        return deadline;
    }

    boolean isStuck() {
        return stuck;
    }

    /** Whether an executor has taken it up. */
    boolean hasBegun() {
        return begun;
    }

    /** Moves the deadline of a run that did not have the time that passed. */
    void postpone(long nanos) {
        deadline += nanos;
    }

    /** Brings a deadline nearer that is more than {@code nanos} away. */
    void endWithin(long nanos, long now) {
        deadline = now + Math.min(deadline - now, nanos);
    }

    /** Notes who runs it; false if nobody wants the result any more. */
    boolean begin(Thread runner) {
        if (!cancelled) {
            begun = true;
            thread = runner;
        }
        return !cancelled;
    }

    /** Notes that the thread is free again, so that no interrupt meant for this run reaches another. */
    void end() {
        thread = null;
    }

    /** The time is over. */
    void giveUp() {
        stuck = true;
        interrupt();
    }

    /** Nobody is to take it up any more; false if somebody has, whatever the executor says. */
    boolean withdraw() {
        cancelled = !begun;
        return cancelled;
    }

    /** The result is not wanted any more. */
    void cancel() {
        cancelled = true;
        interrupt();
    }

    private void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
