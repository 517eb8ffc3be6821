package dev.renum.health;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.util.HashMap;
import java.util.Map;

/** What a component measures, by name and added up over all tags; of a timer how often it ran. */
final class Figures implements MetricSink {
    private final Map<String, Double> sums = new HashMap<>();

    private Figures() {}

    static Map<String, Double> of(Monitored source) {
        Figures figures = new Figures();
        source.measure(figures);
        return figures.sums;
    }

    @Override
    public void gauge(Metric metric, double value, String... tags) {
        sums.merge(metric.name(), value, Double::sum);
    }

    @Override
    public void counter(Metric metric, double total, String... tags) {
        sums.merge(metric.name(), total, Double::sum);
    }

    @Override
    public void timer(Metric metric, long count, long totalNanos, String... tags) {
        sums.merge(metric.name(), (double) count, Double::sum);
    }
}
