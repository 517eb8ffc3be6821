package dev.renum.config.reload;

import dev.renum.core.Deadline;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Daemon threads for one purpose, which end with the one who started them. */
final class Threads {
    private final ThreadFactory factory;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    Threads(String purpose) {
        this(task -> new Thread(task, "renum-config-" + purpose));
    }

    Threads(ThreadFactory factory) {
        this.factory = factory;
    }

    /** Runs {@code task} on a thread of its own; throws whatever the JVM does where it has none left, and then nothing has begun. */
    void start(Runnable task) {
        Thread thread = factory.newThread(() -> run(task));
        thread.setDaemon(true);
        running.add(thread);
        try {
            thread.start();
        } catch (RuntimeException | Error e) {
            running.remove(thread);
            throw e;
        }
    }

    /** Whether the calling thread is one of these. */
    boolean isOwn() {
        return running.contains(Thread.currentThread());
    }

    /** Interrupts all threads that run now and waits for them, the calling one excepted, until {@code deadline}. */
    void end(Deadline deadline) {
        List<Thread> ending = List.copyOf(running);
        ending.forEach(Thread::interrupt);
        try {
            join(ending, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(List<Thread> threads, Deadline deadline) throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.equals(Thread.currentThread())) {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining().toNanos());
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            running.remove(Thread.currentThread());
        }
    }
}
