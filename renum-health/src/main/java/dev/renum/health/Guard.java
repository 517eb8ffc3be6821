package dev.renum.health;

import dev.renum.core.Deadline;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one lock of a monitor, and how its threads wait for each other. It is never held while a check, an executor, a source of figures or a
 * logger runs.
 */
final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable afterwards;

    /** Whether something has changed since the last pass began; a signal alone is lost while nobody waits. */
    private boolean woken;

    /** Does {@code afterwards} each time the lock has been given back. */
    Guard(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** Does {@code action} under the lock. */
    void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    /** Like {@link #run}, for an {@code action} that gives something, which nothing that happens afterwards can withhold. */
    <T> T get(Supplier<T> action) {
        T given = locked(action);
        try {
            afterwards.run();
        } catch (Throwable t) {
            // For want of memory; what is given may be runs that only the caller can launch, and the next one does what
            // was left undone.
        }
        return given;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the scheduler and whoever waits for results look again. The lock is held. */
    void wake() {
        woken = true;
        changed.signalAll();
    }

    /** Notes that a pass begins, and lets whoever waits for results look again. The lock is held. */
    void beginPass() {
        woken = false;
        changed.signalAll();
    }

    /** Waits that long, or until {@link #wake}. Waking up early only costs a pass. */
    @SuppressWarnings("WaitNotInLoop")
    void pause(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!woken) {
                changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code done}, which is asked under the lock, or until {@code deadline}. An interrupt ends it and is kept. */
    void await(BooleanSupplier done, Deadline deadline) {
        lock.lock();
        try {
            while (!done.getAsBoolean() && !deadline.isExpired()) {
                changed.awaitNanos(deadline.remaining().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
