package dev.renum.monitoring;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.renum.core.Ticker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the server, which clients cannot keep to themselves.
 *
 * <p>A thread stays with a connection from the first byte of a request to the last of its answer, and how long that takes is up to the
 * client: no request waits for anything else. So where all threads are taken and a request has waited for one for {@value #PATIENCE_MILLIS} ms,
 * the connections that have had theirs for longer than that are cut, the oldest first, one for each request that waits. An interrupt does
 * it: the server of the JDK reads and writes on channels, which it closes.
 */
final class ServerThreads implements Executor, AutoCloseable {
    static final int MAX_THREADS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(ServerThreads.class);
    private static final int MAX_WAITING = 256;
    private static final long PATIENCE_MILLIS = 200;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            30,
            SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            task -> daemon(task, "renum-monitoring-" + number.incrementAndGet()));
    private final ScheduledThreadPoolExecutor relief =
            new ScheduledThreadPoolExecutor(1, task -> daemon(task, "renum-monitoring-relief"));
    private final AtomicBoolean reliefComes = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final Ticker ticker = Ticker.system();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Thread, Long> busySince = new LinkedHashMap<>();

    ServerThreads() {
        pool.allowCoreThreadTimeOut(true);
        relief.setKeepAliveTime(30, SECONDS);
        relief.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable exchange) {
        pool.execute(new Waiting(exchange, ticker.read()));
        relieveIfNeeded();
    }

    /** Cuts all connections and ends the threads. */
    @Override
    public void close() {
        relief.shutdownNow();
        pool.shutdownNow();
        try {
            pool.awaitTermination(4, SECONDS);
            relief.awaitTermination(1, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relieveIfNeeded() {
        boolean waits = !pool.getQueue().isEmpty() && !relief.isShutdown();
        if (waits && reliefComes.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = relief.schedule(this::relieve, PATIENCE_MILLIS, MILLISECONDS);
        }
    }

    private void relieve() {
        lock.lock();
        try {
            if (busySince.size() == MAX_THREADS) {
                // Under the lock, or an interrupt might hit the next exchange of its thread.
                busySince.entrySet().stream()
                        .filter(busy -> isLong(busy.getValue()))
                        .limit(countOfLongWaiting())
                        .forEach(busy -> cut(busy.getKey()));
            }
        } finally {
            lock.unlock();
            reliefComes.set(false);
        }
        relieveIfNeeded();
    }

    private long countOfLongWaiting() {
        return pool.getQueue().stream()
                .filter(task -> task instanceof Waiting waiting && isLong(waiting.since))
                .count();
    }

    private boolean isLong(long since) {
        return ticker.read() - since >= MILLISECONDS.toNanos(PATIENCE_MILLIS);
    }

    /** A log that fails must not keep a connection. */
    private void cut(Thread thread) {
        thread.interrupt();
        if (told.compareAndSet(false, true)) {
            LOG.atWarn()
                    .addKeyValue("threads", MAX_THREADS)
                    .log("clients keep all threads; whenever they do, the oldest connections are cut");
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** An exchange, and when it came. */
    private final class Waiting implements Runnable {
        private final Runnable exchange;
        private final long since;

        private Waiting(Runnable exchange, long since) {
            this.exchange = exchange;
            this.since = since;
        }

        @Override
        public void run() {
            mark(thread -> busySince.put(thread, ticker.read()));
            try {
                exchange.run();
            } finally {
                mark(busySince::remove);
            }
        }

        private void mark(Consumer<Thread> change) {
            lock.lock();
            try {
                change.accept(Thread.currentThread());
            } finally {
                lock.unlock();
            }
        }
    }
}
