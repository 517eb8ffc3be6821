package dev.renum.health.metric;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A value at a moment.
 *
 * @param at when it was measured
 * @param value the value in the unit of its metric; {@link Double#NaN} where it was not known
 */
public record Measurement(Instant at, double value) {
    /** Checks that there is a moment. */
    public Measurement {
        requireNonNull(at, "at");
    }

    /** Whether the value was known. */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
