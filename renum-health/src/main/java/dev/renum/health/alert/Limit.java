package dev.renum.health.alert;

import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.util.List;

/** A figure beyond a bound. What has not been measured for five minutes is not known any more, as in Prometheus. */
record Limit(String metric, Bound bound) implements Condition {
    static final Duration STALENESS = Duration.ofMinutes(5);

    @Override
    public List<Reading> read(Observed observed) {
        return observed.series(metric).stream()
                .map(series -> Reading.of(series.tags(), latest(series, observed)))
                .toList();
    }

    /** The newest value of {@code series}; {@code NaN} if there is none or it is too old. */
    static double latest(MetricSeries series, Observed observed) {
        return series.latest()
                .filter(measurement -> !isStale(measurement, observed))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    private static boolean isStale(Measurement measurement, Observed observed) {
        return Duration.between(measurement.at(), observed.now()).compareTo(STALENESS) >= 0;
    }

    @Override
    public boolean holds(double value, boolean active) {
        return bound.isBeyond(value, active);
    }

    @Override
    public String describe(double value) {
        return bound.describe(metric, value);
    }
}
