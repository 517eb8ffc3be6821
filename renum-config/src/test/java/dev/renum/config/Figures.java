package dev.renum.config;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a component by name, followed by the value of the tag if there is one. */
final class Figures implements MetricSink {
    private final Map<String, Double> values = new TreeMap<>();

    static Map<String, Double> of(Monitored component) {
        Figures figures = new Figures();
        component.measure(figures);
        return figures.values;
    }

    @Override
    public void gauge(Metric metric, double value, String... tags) {
        put(metric, value, tags);
    }

    @Override
    public void counter(Metric metric, double total, String... tags) {
        put(metric, total, tags);
    }

    @Override
    public void timer(Metric metric, long count, long totalNanos, String... tags) {
        put(metric, (double) count, tags);
    }

    private void put(Metric metric, double value, String... tags) {
        values.put(metric.name() + (tags.length == 0 ? "" : " " + tags[1]), value);
    }
}
