package dev.renum.micrometer;

import dev.renum.core.health.Metric;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/**
 * What all figures of one name have in common; Prometheus drops those that differ.
 *
 * @param keys the keys of the tags, sorted
 */
record Shape(Kind kind, Metric metric, List<String> keys) {
    static Shape of(Kind kind, Metric metric, Tags tags) {
        return new Shape(kind, metric, tags.stream().map(Tag::getKey).toList());
    }

    /** Refuses figures of another shape; descriptions may differ, the first is shown. */
    void check(Shape other) {
        if (kind != other.kind) {
            throw new IllegalArgumentException("metric '" + metric.name() + "' is a " + kind + ", not a " + other.kind);
        }
        if (!metric.unit().equals(other.metric.unit())) {
            throw new IllegalArgumentException("metric '" + metric.name() + "' has the unit '" + metric.unit()
                    + "', not '" + other.metric.unit() + "'");
        }
        if (!keys.equals(other.keys)) {
            throw new IllegalArgumentException(
                    "metric '" + metric.name() + "' has the tags " + keys + ", not " + other.keys);
        }
    }

    /** The kinds of figures. */
    enum Kind {
        GAUGE,
        COUNTER,
        TIMER
    }
}
