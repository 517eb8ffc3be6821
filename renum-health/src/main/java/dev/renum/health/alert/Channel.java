package dev.renum.health.alert;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A notifier with the one thread that calls it. An attempt that does not end in time is interrupted; as long as it ignores that, no other is begun. Sends for
 * one outbox only; its pause is guarded by the lock of that.
 */
final class Channel {
    private static final int MAX_REASON = 300;

    private final Notifier notifier;
    private final String name;
    private final ThreadPoolExecutor thread;
    private final AtomicReference<@Nullable Attempt> underWay = new AtomicReference<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile @Nullable String trouble;
    private long pausedAt;
    private Duration pause = Duration.ZERO;

    Channel(Notifier notifier) {
        this.notifier = notifier;
        this.name = notifier.name();
        thread = new ThreadPoolExecutor(
                1,
                1,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(2),
                task -> daemon(task, "renum-health-channel-" + name));
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    String name() {
        return name;
    }

    /** Lets nothing be sent for {@code duration}. */
    void pause(Duration duration, long now) {
        pause = duration;
        pausedAt = now;
    }

    /** How many nanoseconds nothing is to be sent; zero or less if there is no pause. */
    long pausedFor(long now) {
        return pause.isZero() ? 0 : pausedAt + pause.toNanos() - now;
    }

    /**
     * Makes one attempt.
     *
     * @throws InterruptedException if the caller is interrupted meanwhile
     */
    Delivery send(Notification notification, Deadline deadline) throws InterruptedException {
        Delivery delivery = attempt(notification, deadline);
        if (delivery instanceof Delivery.Delivered) {
            delivered.increment();
            trouble = null;
        } else {
            failed.increment();
            trouble = reason(delivery);
        }
        return delivery;
    }

    private Delivery attempt(Notification notification, Deadline deadline) throws InterruptedException {
        Attempt attempt = new Attempt(notification, deadline);
        if (!underWay.compareAndSet(null, attempt)) {
            return new Delivery.Postponed("an earlier attempt still hangs", null);
        }
        try {
            begin(attempt);
            return attempt.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Delivery.Postponed("no answer in time", null);
        } catch (ExecutionException e) { // an error of the JVM
            return new Delivery.Postponed(Failures.text(e.getCause()), null);
        } finally {
            attempt.cancel(true);
        }
    }

    private void begin(Attempt attempt) {
        try {
            thread.execute(attempt);
        } catch (Throwable t) { // closed, or no memory for a thread
            underWay.set(null);
            throw t;
        }
    }

    /** Is under way until it ends by itself, also if nobody waits for that any more. */
    private final class Attempt extends FutureTask<Delivery> {
        Attempt(Notification notification, Deadline deadline) {
            super(() -> outcome(notification, deadline));
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                underWay.compareAndSet(this, null);
            }
        }

        /** Makes way for the next one, which may follow at once, before anybody hears of this one. */
        @Override
        protected void set(Delivery delivery) {
            underWay.compareAndSet(this, null);
            super.set(delivery);
        }
    }

    /** Said on this side of the future, which cannot carry an exception that cannot say itself. */
    private Delivery outcome(Notification notification, Deadline deadline) {
        try {
            Delivery delivery = notifier.send(notification, deadline);
            return delivery == null ? new Delivery.Postponed("the notifier returned nothing", null) : delivery;
        } catch (Throwable t) { // the notifier may be anybody's
            return new Delivery.Postponed(Failures.text(t), null);
        }
    }

    private static String reason(Delivery delivery) {
        String reason = delivery instanceof Delivery.Refused refused
                ? "refused: " + refused.reason()
                : "postponed: " + ((Delivery.Postponed) delivery).reason();
        return shown(reason);
    }

    private static String shown(String text) {
        return Texts.line(Masking.mask(text), MAX_REASON);
    }

    /** What became of the last attempt; {@code null} if it went well, or if there was none. */
    @Nullable
    String trouble() {
        return trouble;
    }

    long delivered() {
        return delivered.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** Ends it. The notifier is closed by its own thread, behind an attempt that still hangs, because that may take its time. */
    void close(AlertLog log) {
        if (isClosed.compareAndSet(false, true)) {
            guarded(() -> thread.execute(() -> guarded(notifier::close, log)), log);
            thread.shutdown();
        }
    }

    private void guarded(Runnable closing, AlertLog log) {
        try {
            closing.run();
        } catch (Throwable t) { // the notifier's, or no memory for a thread
            log.staysOpen(this, shown(Failures.text(t)));
        }
    }

    /** Waits until {@code deadline}, and then asks no more than to hurry. */
    void join(Deadline deadline) throws InterruptedException {
        if (!thread.awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            thread.shutdownNow();
        }
    }
}
