package dev.renum.health.alert;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition saw of one thing at one evaluation.
 *
 * @param labels what tells the thing from others that the condition looks at
 * @param value the figure to compare; {@link Double#NaN} if it is not known
 * @param symptomOf the failed check that explains it, or {@code null}
 */
record Reading(
        Map<String, String> labels, double value, @Nullable String symptomOf) {
    static Reading of(Map<String, String> labels, double value) {
        return new Reading(labels, value, null);
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }
}
