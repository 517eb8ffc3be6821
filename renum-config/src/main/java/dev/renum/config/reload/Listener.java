package dev.renum.config.reload;

import dev.renum.config.report.ConfigChange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who hears of changes, and those that it has not heard of yet. A thread is there only while there are some. */
final class Listener {
    private static final int MAX_WAITING = 64;

    private final Consumer<? super ConfigChange> target;
    private final Consumer<Throwable> failures;
    private final Lock lock = new ReentrantLock();
    private final Deque<ConfigChange> waiting = new ArrayDeque<>();
    private boolean delivering;
    private boolean closed;

    Listener(Consumer<? super ConfigChange> target, Consumer<Throwable> failures) {
        this.target = target;
        this.failures = failures;
    }

    /** Lets {@code change} wait for its turn; true if the oldest had to give way. */
    boolean offer(ConfigChange change) {
        lock.lock();
        try {
            boolean full = waiting.size() == MAX_WAITING;
            if (full) {
                waiting.remove();
            }
            if (!closed) {
                waiting.add(change);
            }
            return full;
        } finally {
            lock.unlock();
        }
    }

    /** Delivers what waits. Where there is no thread for it, it goes on waiting until the next change. */
    void begin(Threads threads) {
        try {
            start(threads);
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }

    /** Delivers nothing more; a call that has begun goes on to its end. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    private void start(Threads threads) {
        lock.lock();
        try {
            if (!delivering && !waiting.isEmpty()) {
                threads.start(this::deliver);
                delivering = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        for (ConfigChange change = next(); change != null; change = next()) {
            try {
                target.accept(change);
            } catch (Throwable t) { // nobody else would ever hear of it, and the next change must still be delivered
                failures.accept(t);
            }
        }
    }

    private @Nullable ConfigChange next() {
        lock.lock();
        try {
            ConfigChange next = waiting.poll();
            delivering = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
