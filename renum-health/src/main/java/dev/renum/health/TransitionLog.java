package dev.renum.health;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;

/** Writes changes of status to the log in their order, outside the lock under which they happened. Safe for use by many threads. */
final class TransitionLog {
    private final Logger log;
    private final Queue<Transition> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    TransitionLog(Logger log) {
        this.log = log;
    }

    void add(Collection<Transition> transitions) {
        waiting.addAll(transitions);
    }

    /** Writes what waits; one thread at a time does it for all, and whoever finds it busy leaves the rest to it. */
    void write() {
        while (!waiting.isEmpty() && writing.tryLock()) {
            try {
                drain();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes that a pass of the scheduler failed. */
    void failed(Throwable failure) {
        guarded(() ->
                log.atError().setCause(failure).log("a pass of the health scheduler failed; the next one follows"));
    }

    private void drain() {
        for (Transition next = waiting.poll(); next != null; next = waiting.poll()) {
            Transition transition = next;
            guarded(() -> transition.log(log));
        }
    }

    /** A log that fails must not reach whoever registers, refreshes or stops, nor end the scheduler. */
    static void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (Throwable t) {
            // The log itself is the only place where this could be said.
        }
    }
}
