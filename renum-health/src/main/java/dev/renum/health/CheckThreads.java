package dev.renum.health;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which checks run: virtual ones from Java 24 on, otherwise daemons that end after 30 s without work. */
final class CheckThreads {
    private static final String NAME = "renum-health-check-";
    private static final int NO_PINNING = 24;

    private CheckThreads() {}

    static ExecutorService open() {
        return Runtime.version().feature() >= NO_PINNING ? virtual() : pool();
    }

    /** A pool that grows with the runs in flight, of which there is one per check. */
    static ExecutorService pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = task -> daemon(task, NAME + number.incrementAndGet());
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The API is younger than the byte code of this module, so it is reached by name. */
    private static ExecutorService virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, NAME, 1L);
            ThreadFactory threads = (ThreadFactory) type.getMethod("factory").invoke(named);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, threads);
        } catch (ReflectiveOperationException e) {
            return pool();
        }
    }
}
