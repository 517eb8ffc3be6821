package dev.renum.testkit;

import dev.renum.core.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A ticker that stands still until a test advances it.
 *
 * <p>It starts one second before the overflow of {@code long}, so that code which compares readings instead of their differences
 * fails. Safe for use by many threads.
 */
public final class FakeTicker implements Ticker {
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());

    /** A ticker that stands still. */
    public FakeTicker() {}

    @Override
    public long read() {
        return nanos.get();
    }

    /**
     * Lets time pass.
     *
     * @param step how much, zero or more, at most 292 years
     * @throws IllegalArgumentException if {@code step} is negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("step " + step + " is not allowed: time never runs backwards");
        }
        nanos.addAndGet(step.toNanos());
    }
}
