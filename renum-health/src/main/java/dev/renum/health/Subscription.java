package dev.renum.health;

import dev.renum.core.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener and the changes that it has not heard of yet. There is a thread only while there are some. Safe for use by many threads. */
final class Subscription {
    private static final int MAX_WAITING = 1_000;

    private final HealthListener listener;
    private final Consumer<Throwable> failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<HealthChange> waiting = new ArrayDeque<>();
    private @Nullable Thread teller;
    private boolean closed;

    Subscription(HealthListener listener, Consumer<Throwable> failures) {
        this.listener = listener;
        this.failures = failures;
    }

    /** Lets {@code change} wait for its turn; true if the oldest had to give way. */
    boolean offer(HealthChange change) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            boolean isFull = waiting.size() == MAX_WAITING;
            if (isFull) {
                waiting.remove();
            }
            waiting.add(change);
            begin();
            return isFull;
        } finally {
            lock.unlock();
        }
    }

    /** Lets it hear of nothing more; a call under way goes on to its end. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts the call under way and waits for its end until {@code deadline}, unless it is the caller itself. */
    void end(Deadline deadline) {
        Thread ending = locked();
        if (ending == null || ending.equals(Thread.currentThread())) {
            return;
        }
        ending.interrupt();
        try {
            TimeUnit.NANOSECONDS.timedJoin(ending, deadline.remaining().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Thread locked() {
        lock.lock();
        try {
            return teller;
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        if (teller == null) {
            Thread thread = CheckThreads.daemon(this::tell, "renum-health-listener");
            thread.start();
            teller = thread;
        }
    }

    private void tell() {
        for (HealthChange change = next(); change != null; change = next()) {
            try {
                listener.changed(change);
            } catch (Throwable t) { // nobody else would ever hear of it, and the next change must still be told
                failures.accept(t);
            }
        }
    }

    private @Nullable HealthChange next() {
        lock.lock();
        try {
            HealthChange next = waiting.poll();
            if (next == null) {
                teller = null;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
