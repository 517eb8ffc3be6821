package dev.renum.micrometer;

/**
 * What a figure was when it was measured.
 *
 * @param value the value of a gauge, the total of a counter, the nanoseconds of a timer; {@code NaN} if unknown
 * @param count how often a timer ran; of an unknown one, how often it had when it was last known
 */
record Reading(double value, long count) {
    static final Reading NONE = new Reading(Double.NaN, 0);

    /** A count cannot be {@code NaN}, and 0 would look like a restart. */
    Reading unknown() {
        return new Reading(Double.NaN, count);
    }
}
