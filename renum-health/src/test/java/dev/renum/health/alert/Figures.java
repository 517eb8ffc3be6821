package dev.renum.health.alert;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what a component measures, so that a test can look it up. */
public final class Figures implements MetricSink {
    private final Map<List<String>, Double> values = new LinkedHashMap<>();

    private Figures() {}

    /** The figures of {@code source} as they stand now. */
    public static Figures of(Monitored source) {
        Figures figures = new Figures();
        source.measure(figures);
        return figures;
    }

    /** The value with these tags; {@code NaN} if there is none. */
    public double value(String name, String... tags) {
        return values.getOrDefault(key(name, tags), Double.NaN);
    }

    Set<List<String>> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    @Override
    public void gauge(Metric metric, double value, String... tags) {
        values.put(key(metric.name(), tags), value);
    }

    @Override
    public void counter(Metric metric, double total, String... tags) {
        values.put(key(metric.name(), tags), total);
    }

    @Override
    public void timer(Metric metric, long count, long totalNanos, String... tags) {
        values.put(key(metric.name(), tags), (double) count);
    }

    private static List<String> key(String name, String... tags) {
        List<String> key = new java.util.ArrayList<>(List.of(tags));
        key.add(0, name);
        return key;
    }
}
