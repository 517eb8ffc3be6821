package dev.renum.micrometer;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.micrometer.Shape.Kind;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects the figures of one source in one sampling, and tells it at once if one does not fit those that are known. */
final class FigureSink implements MetricSink {
    private final Map<String, Shape> shapes;
    private final Map<String, Shape> newShapes = new HashMap<>();
    private final Map<Figure, Reading> others;
    private final Map<Figure, Reading> readings = new HashMap<>();

    /**
     * @param shapes of all figures that were ever given, by name; grows when this source is through
     * @param others what other sources have written in this sampling
     */
    FigureSink(Map<String, Shape> shapes, Map<Figure, Reading> others) {
        this.shapes = shapes;
        this.others = others;
    }

    /** All that was written, for a source that is through; only now do its figures bind others to their shapes. */
    Map<Figure, Reading> complete() {
        shapes.putAll(newShapes);
        return readings;
    }

    @Override
    public void gauge(Metric metric, double value, String... tags) {
        add(figure(Kind.GAUGE, metric, tags), new Reading(value, 0));
    }

    @Override
    public void counter(Metric metric, double total, String... tags) {
        add(figure(Kind.COUNTER, metric, tags), new Reading(total, 0));
    }

    @Override
    public void timer(Metric metric, long count, long totalNanos, String... tags) {
        add(figure(Kind.TIMER, metric, tags), new Reading((double) totalNanos, count));
    }

    private Figure figure(Kind kind, Metric metric, String... tags) {
        requireNonNull(metric, "metric");
        if (tags.length % 2 != 0) {
            throw new IllegalArgumentException("tags of metric '" + metric.name()
                    + "' must be pairs of key and value, but are " + Arrays.toString(tags));
        }
        Tags pairs = Tags.of(tags);
        Shape shape = Shape.of(kind, metric, pairs);
        Shape known = known(metric.name(), shape);
        known.check(shape);
        return new Figure(known, pairs);
    }

    private Shape known(String name, Shape shape) {
        Shape known = shapes.get(name);
        return known == null ? newShapes.computeIfAbsent(name, absent -> shape) : known;
    }

    private void add(Figure figure, Reading reading) {
        if (others.containsKey(figure) || readings.putIfAbsent(figure, reading) != null) {
            throw new IllegalArgumentException("figure " + figure + " is there twice: tell the two apart by a tag");
        }
    }
}
