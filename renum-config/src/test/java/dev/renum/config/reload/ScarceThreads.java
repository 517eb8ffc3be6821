package dev.renum.config.reload;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of which one cannot be started, as where the system has none left. */
final class ScarceThreads implements ThreadFactory {
    private final AtomicInteger interrupts = new AtomicInteger();
    private int untilLack;

    /** The thread of that number is the one, from 1, counted from now on. */
    void lack(int number) {
        untilLack = number;
    }

    /** How often somebody has interrupted the one that has never run. */
    int interrupts() {
        return interrupts.get();
    }

    @Override
    public Thread newThread(Runnable task) {
        return --untilLack == 0 ? new Unstartable() : new Thread(task);
    }

    private final class Unstartable extends Thread {
        @Override
        public synchronized void start() {
            throw new OutOfMemoryError("no thread");
        }

        @Override
        public void interrupt() {
            interrupts.incrementAndGet();
        }
    }
}
