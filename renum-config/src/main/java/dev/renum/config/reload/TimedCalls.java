package dev.renum.config.reload;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls foreign code, each time on a thread of its own and for a limited time.
 *
 * <p>A call that takes longer is interrupted and left behind; what it returns after that goes to whoever undoes it, on the same thread.
 */
final class TimedCalls {
    private final Threads threads;
    private final AtomicReference<@Nullable FutureTask<?>> running = new AtomicReference<>();

    TimedCalls(Threads threads) {
        this.threads = threads;
    }

    /** The call gave no result; the message completes the sentence "the participant …". */
    static final class NoResult extends Exception {
        private static final long serialVersionUID = 1L;

        NoResult(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        /** Whether it was the caller who was interrupted; a task that was is one that failed. */
        boolean isInterrupt() {
            return getCause() instanceof InterruptedException;
        }
    }

    /**
     * The result of {@code task}; {@code late} gets it if it comes when nobody waits any more. The limit is asked for once the call can be
     * cancelled, so that none slips through with the limit from before.
     */
    <T> T call(Callable<T> task, Supplier<Duration> limit, Consumer<? super T> late) throws NoResult {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        FutureTask<T> future = new FutureTask<>(() -> keep(called(task), result));
        running.set(future);
        try {
            start(() -> run(future, result, late));
            return await(future, limit.get());
        } finally {
            running.set(null);
        }
    }

    private void start(Runnable call) throws NoResult {
        try {
            threads.start(call);
        } catch (RuntimeException | Error e) {
            throw new NoResult("could not be called: " + e, e);
        }
    }

    /** Leaves the call in flight behind, if there is one. */
    void cancel() {
        FutureTask<?> future = running.get();
        if (future != null) {
            future.cancel(true);
        }
    }

    /** What it throws becomes a text here, on its own thread, because whoever wraps it asks it for one. */
    private static <T> T called(Callable<T> task) throws NoResult {
        try {
            return task.call();
        } catch (Throwable e) {
            throw new NoResult(Failure.reason(e), null);
        }
    }

    private static <T> T keep(T value, AtomicReference<@Nullable T> result) {
        result.set(value);
        return value;
    }

    /** Once {@code run} has returned, the interrupt of a cancelled task has come, and can be taken away. */
    private static <T> void run(FutureTask<T> future, AtomicReference<@Nullable T> result, Consumer<? super T> late) {
        future.run();
        T value = result.get();
        if (future.isCancelled() && value != null) {
            Thread.interrupted();
            late.accept(value);
        }
    }

    private static <T> T await(FutureTask<T> future, Duration limit) throws NoResult {
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new NoResult(String.valueOf(requireNonNull(e.getCause()).getMessage()), e);
        } catch (TimeoutException e) {
            return abandon(future, new NoResult("took longer than " + limit.toMillis() + " ms", e));
        } catch (InterruptedException e) {
            return abandon(future, new NoResult("was cut short by an interrupt of the reload", e));
        } catch (CancellationException e) {
            throw new NoResult("was cut short, because the configuration was closed", e);
        }
    }

    /** A result that has come in the meantime counts, or nobody would ever undo it. */
    private static <T> T abandon(FutureTask<T> future, NoResult reason) throws NoResult {
        if (future.cancel(true)) {
            throw reason;
        }
        if (reason.isInterrupt()) {
            Thread.currentThread().interrupt();
        }
        return await(future, Duration.ZERO);
    }
}
