package dev.renum.health;

import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricHistory;
import java.util.Optional;

/** The newest figures, as far as they are known. */
@FunctionalInterface
interface Vitals {
    /** What is known before anything was measured. */
    Vitals NONE = metric -> Double.NaN;

    /** The greatest of the newest values of all series of {@code metric}; {@link Double#NaN} if none is known. */
    double worst(String metric);

    /** Those that {@code history} has. */
    static Vitals of(MetricHistory history) {
        return metric -> history.series(metric).stream()
                .map(series -> series.latest())
                .flatMap(Optional::stream)
                .filter(Measurement::isKnown)
                .mapToDouble(Measurement::value)
                .max()
                .orElse(Double.NaN);
    }
}
