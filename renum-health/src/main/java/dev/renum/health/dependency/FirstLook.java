package dev.renum.health.dependency;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Ticker;
import dev.renum.health.HealthCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the dependencies once, on a thread of its own, and keeps what it saw.
 *
 * <p>Whoever waits for it does so until one common deadline at most. A look that fails is a finding; one that ends by an error of the VM, or by
 * {@link #close()}, remains pending for ever.
 */
final class FirstLook {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private final Deadline deadline;
    private volatile @Nullable Judgement judgement;
    private volatile double seconds = Double.NaN;

    FirstLook(Supplier<Judgement> look, Deadline deadline) {
        this.deadline = deadline;
        this.thread = new Thread(() -> run(look), "renum-health-dependencies");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What was seen, or {@code null} as long as nothing is known. */
    @Nullable
    Judgement now() {
        return judgement;
    }

    /** What was seen, once it is there; {@code null} if the deadline passes before, or the caller is interrupted, whose flag stays set. */
    @Nullable
    Judgement await() {
        try {
            boolean isDone = done.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return isDone ? judgement : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return judgement;
        }
    }

    /** How long it took, {@code NaN} while it lasts. */
    double seconds() {
        return seconds;
    }

    /** Ends the thread within 5 s, unless the disk holds it. */
    void close() {
        thread.interrupt();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Supplier<Judgement> look) {
        long begun = Ticker.system().read();
        try {
            judgement = judge(look);
            seconds = (Ticker.system().read() - begun) / 1e9;
        } finally {
            done.countDown();
        }
    }

    private static @Nullable Judgement judge(Supplier<Judgement> look) {
        try {
            Judgement seen = look.get();
            return Thread.currentThread().isInterrupted() ? null : seen;
        } catch (RuntimeException | LinkageError e) {
            Judgement failed = new Judgement();
            failed.find(
                    HealthCode.VALIDATION_FAILED,
                    "dependencies",
                    "could not be looked through: " + Failures.text(e),
                    "please report it; the application is not affected");
            return failed;
        }
    }
}
