package dev.renum.health;

import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.MetricSeries;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where nothing is sampled. */
final class NoHistory implements MetricHistory {
    @Override
    public Optional<MetricSeries> find(String name, String... tags) {
        return Optional.empty();
    }

    @Override
    public List<MetricSeries> series(String name) {
        return List.of();
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public long dropped() {
        return 0;
    }
}
