package dev.renum.micrometer;

import dev.renum.core.health.Metric;
import dev.renum.micrometer.Series.Kind;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All series ever told. Filled by one thread at a time, read by many. */
final class Catalog {
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<Id, Series> series = new ConcurrentHashMap<>();

    Collection<Series> series() {
        return series.values();
    }

    /**
     * The series that {@code source} tells of.
     *
     * @throws IllegalArgumentException if the tags are no pairs, or the metric has another kind or other keys, or the series is
     *     another component's
     */
    Series claim(Source source, Metric metric, Kind kind, String... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("metric " + metric.name() + " has " + pairs.length
                    + " keys and values of tags: use pairs of a key and a value");
        }
        Tags tags = Tags.of(pairs);
        check(metric, new Shape(kind, tags.stream().map(Tag::getKey).toList()));
        Series claimed =
                series.computeIfAbsent(new Id(metric.name(), tags), absent -> new Series(metric, kind, tags, source));
        if (claimed.owner() != source) {
            throw new IllegalArgumentException(
                    claimed + " is already told by another component: tell them apart by a tag");
        }
        return claimed;
    }

    private void check(Metric metric, Shape shape) {
        Shape known = shapes.putIfAbsent(metric.name(), shape);
        if (known != null && !known.equals(shape)) {
            throw new IllegalArgumentException(
                    "metric " + metric.name() + " is told as " + shape + ", but was told as " + known + " before");
        }
    }

    private record Id(String name, Tags tags) {}

    private record Shape(Kind kind, List<String> keys) {
        @Override
        public String toString() {
            return kind + " by " + keys;
        }
    }
}
