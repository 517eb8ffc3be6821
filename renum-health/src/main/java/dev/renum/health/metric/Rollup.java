package dev.renum.health.metric;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What the known measurements of a period come to.
 *
 * @param from when the period begins: a multiple of its length since the epoch
 * @param length how long it is
 * @param count how many measurements were known
 * @param min the least of them; {@link Double#NaN} if there was none, as for the other values
 * @param max the greatest
 * @param mean their arithmetic mean
 * @param last the latest
 */
public record Rollup(Instant from, Duration length, int count, double min, double max, double mean, double last) {
    /** Checks that there is a period. */
    public Rollup {
        requireNonNull(from, "from");
        requireNonNull(length, "length");
    }
}
