package dev.renum.health.alert;

import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.util.List;

/** A figure beyond a bound. What has not been measured of late is not known any more. */
record Limit(String metric, Bound bound) implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        return observed.series(metric).stream()
                .map(series -> reading(series, observed))
                .toList();
    }

    private Reading reading(MetricSeries series, Observed observed) {
        double value = latest(series, observed);
        return Double.isNaN(value)
                ? Reading.unknown(series.tags())
                : Reading.of(series.tags(), value, bound.describe(metric, value));
    }

    /** The newest value of {@code series}; {@code NaN} if there is none or it is too old. */
    static double latest(MetricSeries series, Observed observed) {
        return series.latest()
                .filter(measurement -> !isStale(measurement, observed))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    private static boolean isStale(Measurement measurement, Observed observed) {
        return Duration.between(measurement.at(), observed.now()).compareTo(observed.staleness()) >= 0;
    }

    @Override
    public boolean holds(double value, boolean active) {
        return bound.isBeyond(value, active);
    }

    @Override
    public boolean isWorse(double value, double before) {
        return bound.isWorse(value, before);
    }
}
