package dev.renum.health.metric;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a metric was at the last look.
 *
 * @param metric what the value means
 * @param tags what tells it from other figures of the same metric, such as {@code mount=/data}; empty if there is only one; unmodifiable
 * @param value the value in the unit of the metric; {@link Double#NaN} if it is not known
 */
public record Figure(Metric metric, Map<String, String> tags, double value) {
    /** Copies {@code tags}. */
    public Figure {
        requireNonNull(metric, "metric");
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** Whether the value is known. */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
