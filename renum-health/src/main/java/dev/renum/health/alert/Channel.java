package dev.renum.health.alert;

import dev.renum.core.Deadline;
import dev.renum.core.Masking;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A notifier with the one thread that calls it. An attempt that does not end in time is interrupted; as long as it ignores that, no other is begun. Used by
 * one outbox.
 */
final class Channel {
    private final Notifier notifier;
    private final ThreadPoolExecutor thread;
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private @Nullable Future<Delivery> stuck;

    Channel(Notifier notifier) {
        this.notifier = notifier;
        String name = "renum-health-channel-" + notifier.name();
        thread = new ThreadPoolExecutor(
                1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), task -> daemon(task, name));
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    String name() {
        return notifier.name();
    }

    /**
     * Makes one attempt.
     *
     * @throws InterruptedException if the caller is interrupted meanwhile
     */
    Delivery send(Notification notification, Deadline deadline) throws InterruptedException {
        Delivery delivery = attempt(notification, deadline);
        (delivery instanceof Delivery.Delivered ? delivered : failed).increment();
        return delivery;
    }

    private Delivery attempt(Notification notification, Deadline deadline) throws InterruptedException {
        if (stuck != null && thread.getActiveCount() > 0) {
            return new Delivery.Postponed("an earlier attempt still hangs", null);
        }
        stuck = null;
        FutureTask<Delivery> attempt = new FutureTask<>(() -> notifier.send(notification, deadline));
        try {
            thread.execute(attempt);
            return attempt.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stuck = attempt;
            return new Delivery.Postponed("no answer in time", null);
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (RejectedExecutionException e) {
            return new Delivery.Postponed("the channel is closed", null);
        } finally {
            attempt.cancel(true);
        }
    }

    private static Delivery failure(@Nullable Throwable cause) {
        return new Delivery.Postponed(Masking.mask(String.valueOf(cause)), null);
    }

    long delivered() {
        return delivered.sum();
    }

    long failed() {
        return failed.sum();
    }

    void close() {
        thread.shutdownNow();
    }

    void join(Deadline deadline) throws InterruptedException {
        thread.awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    }
}
