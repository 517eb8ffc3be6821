package dev.renum.health.request;

import dev.renum.core.Masking;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The slowest request since the last look, kept without allocating. A request waits here only if it is slower than all before, for another such one or
 * for whoever looks, a few assignments long. Safe for use by many threads.
 */
final class Slowest {
    private static final int MAX_TRACE_ID = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile long nanos = -1;
    private int status;
    private @Nullable String traceId;

    void see(long nanos, int status, @Nullable String traceId) {
        if (nanos <= this.nanos) {
            return;
        }
        lock.lock();
        try {
            if (nanos > this.nanos) {
                set(nanos, status, traceId);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The slowest since the last call, as if it had ended at {@code endedAt}; {@code null} if there was none. */
    @Nullable
    SlowestRequest take(Instant endedAt) {
        SlowestRequest taken = take();
        return taken == null
                ? null
                : new SlowestRequest(taken.duration(), taken.status(), endedAt, shown(taken.traceId()));
    }

    private @Nullable SlowestRequest take() {
        lock.lock();
        try {
            SlowestRequest taken =
                    nanos < 0 ? null : new SlowestRequest(Duration.ofNanos(nanos), status, Instant.EPOCH, traceId);
            set(-1, 0, null);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void set(long nanos, int status, @Nullable String traceId) {
        this.status = status;
        this.traceId = traceId;
        this.nanos = nanos;
    }

    /** It may have come from a client. */
    private static @Nullable String shown(@Nullable String traceId) {
        return traceId == null ? null : Texts.line(Masking.mask(traceId), MAX_TRACE_ID);
    }
}
