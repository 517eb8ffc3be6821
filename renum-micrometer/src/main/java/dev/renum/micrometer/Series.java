package dev.renum.micrometer;

import dev.renum.core.health.Metric;
import io.micrometer.core.instrument.Tags;

/** One metric with one set of tags, and its latest reading. */
final class Series {
    private final Metric metric;
    private final Kind kind;
    private final Tags tags;
    private final Source owner;
    private volatile Reading reading = new Reading(Double.NaN, 0);

    Series(Metric metric, Kind kind, Tags tags, Source owner) {
        this.metric = metric;
        this.kind = kind;
        this.tags = tags;
        this.owner = owner;
    }

    Metric metric() {
        return metric;
    }

    Kind kind() {
        return kind;
    }

    Tags tags() {
        return tags;
    }

    Source owner() {
        return owner;
    }

    Reading reading() {
        return reading;
    }

    void show(Reading reading) {
        this.reading = reading;
    }

    void showUnknown() {
        reading = new Reading(Double.NaN, reading.count());
    }

    @Override
    public String toString() {
        return metric.name() + tags.stream().toList();
    }

    /** What a metric is to Micrometer. */
    enum Kind {
        GAUGE,
        COUNTER,
        TIMER
    }

    /**
     * What was told last.
     *
     * @param value of a gauge or counter, or the nanoseconds of a timer
     * @param count of a timer
     */
    record Reading(double value, long count) {}
}
