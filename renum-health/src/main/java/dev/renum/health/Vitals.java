package dev.renum.health;

import java.util.Map;

/** The newest figures, as far as they are known. */
@FunctionalInterface
interface Vitals {
    /** What is known before anything was measured. */
    Vitals NONE = metric -> Double.NaN;

    /** The greatest of the newest values of all series of {@code metric}; {@link Double#NaN} if none is known. */
    double worst(String metric);

    /** What else there is to say of that value, for people: which series it is of, and how it came about. */
    default Map<String, String> evidence(String metric) {
        return Map.of();
    }
}
