package dev.renum.health.alert;

import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSnapshot;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The running system, as one pass sees it.
 *
 * @param health the monitor that tells everything
 * @param snapshot the state of the checks, the same for all rules
 * @param now the moment of the pass
 * @param staleness how long a measurement counts: five minutes, or three samplings if that is longer
 */
record LiveSystem(HealthMonitor health, HealthSnapshot snapshot, Instant now, Duration staleness) implements Observed {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    static LiveSystem of(HealthMonitor health) {
        Duration samplings = health.settings().samplingInterval().multipliedBy(3);
        Duration staleness = samplings.compareTo(FIVE_MINUTES) > 0 ? samplings : FIVE_MINUTES;
        return new LiveSystem(health, health.snapshot(), Instant.now(), staleness);
    }

    @Override
    public List<MetricSeries> series(String metric) {
        return health.metrics().series(metric);
    }
}
