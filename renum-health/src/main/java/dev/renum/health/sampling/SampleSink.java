package dev.renum.health.sampling;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes figures into a history, totals as rates against the sampling before. For the thread of the sampler only. */
final class SampleSink implements MetricSink {
    private static final double NANOS = 1e9;
    private static final String PER_SECOND = "per second";

    private final SampledHistory history;
    private Map<List<String>, Total> before = Map.of();
    private Map<List<String>, Total> now = new HashMap<>();
    private long at;
    private @Nullable Thread sampler;

    SampleSink(SampledHistory history) {
        this.history = history;
    }

    private record Total(long at, double count, double nanos) {
        /** A total that shrinks has begun anew, and nobody knows what it was before; nor how long ago, if the ticker has gone back. */
        double perSecondSince(Total then) {
            double grown = count - then.count;
            return grown < 0 || at - then.at <= 0 ? Double.NaN : grown / ((at - then.at) / NANOS);
        }

        double meanSince(Total then) {
            double spent = nanos - then.nanos;
            double grown = count - then.count;
            return grown <= 0 || spent < 0 ? Double.NaN : spent / grown / NANOS;
        }
    }

    void begin(long ticks) {
        at = ticks;
        now = new HashMap<>();
        sampler = Thread.currentThread();
    }

    void end() {
        before = now;
        sampler = null;
    }

    @Override
    public void gauge(Metric metric, double value, String... tags) {
        add(metric, value, List.of(tags));
    }

    @Override
    public void counter(Metric metric, double total, String... tags) {
        String unit = metric.unit().isEmpty() ? PER_SECOND : metric.unit() + " " + PER_SECOND;
        rate(metric, unit, new Total(at, total, 0), List.of(tags));
    }

    @Override
    public void timer(Metric metric, long count, long totalNanos, String... tags) {
        List<String> pairs = List.of(tags);
        Total total = new Total(at, count, totalNanos);
        Total then = rate(metric, PER_SECOND, total, pairs);
        Metric mean = new Metric(metric.name() + ".mean", "seconds", metric.description());
        add(mean, total.meanSince(then), pairs);
    }

    /** Adds how fast {@code total} grows; the total of the sampling before, itself if there was none. */
    private Total rate(Metric metric, String unit, Total total, List<String> tags) {
        List<String> key = key(metric, tags);
        Total then = before.getOrDefault(key, total);
        now.putIfAbsent(key, total);
        Metric rate = new Metric(metric.name() + ".rate", unit, metric.description());
        add(rate, total.perSecondSince(then), tags);
        return then;
    }

    private void add(Metric metric, double value, List<String> tags) {
        if (!Thread.currentThread().equals(sampler)) {
            throw new IllegalStateException(
                    "figure " + metric.name() + " is not taken: a sink is valid only during the call of measure");
        }
        history.add(metric, tags, value);
    }

    private static List<String> key(Metric metric, List<String> tags) {
        List<String> key = new ArrayList<>(tags);
        key.add(metric.name());
        return Collections.unmodifiableList(key);
    }
}
