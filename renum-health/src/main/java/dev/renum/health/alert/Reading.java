package dev.renum.health.alert;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition saw of one thing at one evaluation.
 *
 * @param labels what tells the thing from others that the condition looks at
 * @param value the figure to compare; {@link Double#NaN} if it is not known
 * @param text one line about it for people, without a secret
 * @param symptomOf the failed check that explains it, or {@code null}
 */
record Reading(
        Map<String, String> labels,
        double value,
        String text,
        @Nullable String symptomOf) {
    static Reading of(Map<String, String> labels, double value, String text) {
        return new Reading(labels, value, text, null);
    }

    /** That nothing is known of the thing with these labels. */
    static Reading unknown(Map<String, String> labels) {
        return of(labels, Double.NaN, "nothing is known");
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }
}
