package dev.renum.benchmarks.guard;

/**
 * An average and the interval that it lies in with 99.9 % confidence.
 *
 * @param value the average
 * @param low the lower end of the interval
 * @param high the upper end of the interval; infinite if nothing is known
 */
record Estimate(double value, double low, double high) {
    /** Refuses what is no interval around the value, NaN included. */
    Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(value + " does not lie in [" + low + ", " + high + "]");
        }
    }

    /** How many times {@code other}: as wide as both intervals allow, since the two errors may go opposite ways. */
    Estimate dividedBy(Estimate other) {
        return new Estimate(
                value / other.value,
                Math.max(0, low) / other.high,
                other.low > 0 ? high / other.low : Double.POSITIVE_INFINITY);
    }
}
