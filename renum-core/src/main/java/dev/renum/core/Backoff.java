package dev.renum.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential with full jitter.
 *
 * <p>The delay is uniform in {@code [0, min(max, base · 2^(attempt-1))]}, the "full jitter" of M. Brooker, "Exponential Backoff
 * And Jitter" (AWS Architecture Blog, 2015): of the variants compared there it spreads competing clients best.
 *
 * @param base the upper bound of the first delay, more than zero
 * @param max the upper bound of every delay, at least {@code base}, at most 146 years
 */
public record Backoff(Duration base, Duration max) {
    private static final Duration FARTHEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    /** Checks the order of the bounds. */
    public Backoff {
        if (base.isNegative() || base.isZero() || max.compareTo(base) < 0 || max.compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException(
                    "back-off from " + base + " to " + max + " is not allowed: use 0 < base <= max <= 146 years");
        }
    }

    /**
     * The delay before the attempt that follows {@code attempt} failed ones.
     *
     * @param attempt how many attempts have failed, from 1
     * @throws IllegalArgumentException if {@code attempt} is less than 1
     */
    public Duration delay(int attempt, RandomGenerator random) {
        requireNonNull(random, "random");
        return Duration.ofNanos(random.nextLong(bound(attempt).toNanos() + 1));
    }

    /** The longest possible {@link #delay} after {@code attempt} failed attempts. */
    public Duration bound(int attempt) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt " + attempt + " is not allowed: attempts count from 1");
        }
        int doublings = Math.min(attempt - 1, 62);
        boolean beyondMax = max.toNanos() >> doublings < base.toNanos();
        return beyondMax ? max : Duration.ofNanos(base.toNanos() << doublings);
    }
}
