package dev.renum.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A moment on a {@link Ticker} until which something must be done.
 *
 * <p>Immutable and safe for use by many threads. Arithmetic survives the overflow of the ticker; a limit beyond 146 years is
 * cut to that.
 */
public final class Deadline {
    private static final long FARTHEST = Long.MAX_VALUE / 2;

    private final Ticker ticker;
    private final long end;

    private Deadline(Ticker ticker, long end) {
        this.ticker = ticker;
        this.end = end;
    }

    /**
     * The deadline that {@code limit} from now reaches on the clock of the JVM.
     *
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public static Deadline after(Duration limit) {
        return after(limit, Ticker.system());
    }

    /**
     * The deadline that {@code limit} from now reaches on {@code ticker}.
     *
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public static Deadline after(Duration limit, Ticker ticker) {
        requireNonNull(ticker, "ticker");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " is not allowed: use zero or more");
        }
        return new Deadline(ticker, ticker.read() + saturatedNanos(limit));
    }

    /** What is left, zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - ticker.read()));
    }

    /** Whether it has passed. */
    public boolean isExpired() {
        return end - ticker.read() <= 0;
    }

    @Override
    public String toString() {
        return "Deadline[remaining=" + remaining() + "]";
    }

    private static long saturatedNanos(Duration limit) {
        return limit.compareTo(Duration.ofNanos(FARTHEST)) >= 0 ? FARTHEST : limit.toNanos();
    }
}
