package dev.renum.health.metric;

import dev.renum.core.health.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One figure over time. A view that goes on changing; each list given is of one moment and unmodifiable, oldest first. Safe for use by many
 * threads.
 */
public interface MetricSeries {
    /** What the figure means. */
    Metric metric();

    /** What tells it from other figures of the same name, such as {@code mount=/data}; empty if there is only one. */
    Map<String, String> tags();

    /** The newest measurement, or none before the first. */
    Optional<Measurement> latest();

    /**
     * The last 1,000 measurements, or as many as the settings say. Where samplings are missing, since the machine was suspended for example, one that
     * is not known stands between those before and after.
     */
    List<Measurement> measurements();

    /**
     * What the measurements came to in each of the last periods of 5 minutes that are over, 288 of them: a day. A period in which nothing was
     * sampled is left out; one in which nothing was known is there with a count of 0.
     */
    List<Rollup> fiveMinutes();

    /** The same for the last hours that are over, 168 of them: a week. */
    List<Rollup> hours();
}
