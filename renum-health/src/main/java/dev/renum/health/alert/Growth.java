package dev.renum.health.alert;

import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A figure that changes too fast: the difference between its first and last known value of a period, per second. With fewer than two known values, or
 * if they cover less than half of the period, it is not known.
 */
record Growth(String metric, Bound bound, Duration over) implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        return observed.series(metric).stream()
                .map(series -> reading(series, observed.now()))
                .toList();
    }

    private Reading reading(MetricSeries series, Instant now) {
        double value = perSecond(series, now);
        return Double.isNaN(value)
                ? Reading.unknown(series.tags())
                : Reading.of(series.tags(), value, bound.describe("the change of " + metric + " per second", value));
    }

    private double perSecond(MetricSeries series, Instant now) {
        Instant begin = now.minus(over);
        List<Measurement> known = series.measurements().stream()
                .filter(measurement ->
                        measurement.isKnown() && !measurement.at().isBefore(begin))
                .toList();
        if (known.size() < 2) {
            return Double.NaN;
        }
        Measurement first = known.get(0);
        Measurement last = known.get(known.size() - 1);
        Duration covered = Duration.between(first.at(), last.at());
        boolean isEnough = covered.multipliedBy(2).compareTo(over) >= 0;
        return isEnough ? (last.value() - first.value()) / (covered.toNanos() / 1e9) : Double.NaN;
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
