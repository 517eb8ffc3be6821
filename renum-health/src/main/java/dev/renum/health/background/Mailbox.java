package dev.renum.health.background;

import dev.renum.core.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader and what it has not read yet, in order. There is a thread only while something waits. Nobody who offers waits for the reader or for a thread.
 * Safe for use by many threads.
 */
public final class Mailbox<T> {
    private static final int MAX_WAITING = 1_000;

    private final Reader<T> reader;
    private final Consumer<Throwable> failures;
    private final ThreadFactory threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<T> waiting = new ArrayDeque<>();
    private @Nullable Thread carrier;
    private boolean closed;

    /**
     * An empty one.
     *
     * @param failures hears of what the reader throws, on its thread
     * @param threads makes the thread, once for each time that something waits
     */
    public Mailbox(Reader<T> reader, Consumer<Throwable> failures, ThreadFactory threads) {
        this.reader = reader;
        this.failures = failures;
        this.threads = threads;
    }

    /** Whoever reads. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Takes the next one.
         *
         * @throws Exception whatever fails; the next one is read all the same
         */
        void read(T next) throws Exception;
    }

    /** Lets {@code next} wait for its turn; true if the oldest had to give way. */
    public boolean offer(T next) {
        lock.lock();
        try {
            return !closed && add(next);
        } finally {
            lock.unlock();
        }
    }

    private boolean add(T next) {
        boolean isFull = waiting.size() == MAX_WAITING;
        if (isFull) {
            waiting.remove();
        }
        waiting.add(next);
        begin();
        return isFull;
    }

    /** Tries again to have read what waits, where no thread could be had for it. */
    public void resume() {
        lock.lock();
        try {
            begin();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more and forgets what waits; what is being read is read to its end. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts the reader, unless it is the caller itself. */
    public void interrupt() {
        Thread reading = carrier();
        if (reading != null && !reading.equals(Thread.currentThread())) {
            reading.interrupt();
        }
    }

    /** Waits until all is read, or until {@code deadline}, unless the reader is the caller itself. An interrupt ends it and is kept. */
    public void await(Deadline deadline) {
        Thread reading = carrier();
        if (reading == null || reading.equals(Thread.currentThread())) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(reading, deadline.remaining().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Thread carrier() {
        lock.lock();
        try {
            return carrier;
        } finally {
            lock.unlock();
        }
    }

    /** The lock is held. */
    private void begin() {
        if (carrier == null && !waiting.isEmpty()) {
            start();
        }
    }

    private void start() {
        try {
            Thread thread = threads.newThread(this::readAll);
            carrier = thread;
            thread.start();
        } catch (Throwable t) { // for want of memory or of threads, which must not reach whoever has only something to
            // tell
            carrier = null;
        }
    }

    private void readAll() {
        for (T next = next(); next != null; next = next()) {
            try {
                reader.read(next);
            } catch (Throwable t) { // nobody else would ever hear of it, and the next one must still be read
                tell(t);
            }
        }
    }

    private void tell(Throwable failure) {
        try {
            failures.accept(failure);
        } catch (Throwable t) {
            // Nobody is left to be told, and without this thread nothing more would be read.
        }
    }

    private @Nullable T next() {
        lock.lock();
        try {
            T next = waiting.poll();
            carrier = next == null ? null : carrier;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
