package dev.renum.health.alert;

import dev.renum.health.HealthSnapshot;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What conditions are judged by: the running system, or a table of a test. */
interface Observed {
    /** The moment of the evaluation, on the clock of the measurements. */
    Instant now();

    HealthSnapshot snapshot();

    /** How long a measurement counts; five minutes as in Prometheus. */
    default Duration staleness() {
        return Duration.ofMinutes(5);
    }

    /** All series of a figure; empty if there is none. */
    List<MetricSeries> series(String metric);
}
