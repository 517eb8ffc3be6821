package dev.renum.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Limits how long the current thread reads from a client: when the time is over, the connection is closed and the read fails.
 *
 * <p>The server of the JDK has no timeout for a read. But it reads from an {@link java.nio.channels.InterruptibleChannel}, which an
 * interrupt closes, so the thread is interrupted. {@link #end} takes that interrupt back: it was for this client only.
 */
final class ReadLimit {
    private final CompletableFuture<Boolean> late = new CompletableFuture<>();
    private final CompletableFuture<Void> told;

    private ReadLimit(Thread reader, Duration limit) {
        told = late.thenAccept(isLate -> {
            if (isLate) {
                reader.interrupt();
            }
        });
        late.completeOnTimeout(true, limit.toNanos(), NANOSECONDS);
    }

    /** Begins now; {@link #end} must be called by the same thread. */
    static ReadLimit begin(Duration limit) {
        return new ReadLimit(Thread.currentThread(), limit);
    }

    void end() {
        if (!late.complete(false)) {
            told.join(); // An interrupt that came later would hit what this thread does next.
            Thread.interrupted();
        }
    }
}
