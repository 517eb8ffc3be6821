package dev.renum.health.system;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what it is told, by name and tags. */
final class FiguresSink implements MetricSink {
    private final Map<String, Double> figures = new LinkedHashMap<>();

    Map<String, Double> figures() {
        return figures;
    }

    double value(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    @Override
    public void gauge(Metric metric, double value, String... tags) {
        figures.put(metric.name() + (tags.length == 0 ? "" : "{" + String.join("=", tags) + "}"), value);
    }

    @Override
    public void counter(Metric metric, double total, String... tags) {
        figures.put(metric.name() + ".rate", total);
    }

    @Override
    public void timer(Metric metric, long count, long totalNanos, String... tags) {
        throw new UnsupportedOperationException(metric.name());
    }
}
