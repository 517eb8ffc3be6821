package dev.renum.micrometer;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A component whose figures a test writes, and may change while it is measured. */
final class Component implements Monitored {
    static final Metric SIZE = new Metric("cache.size", "entries", "Entries held.");
    static final Metric MEMORY = new Metric("cache.memory", "bytes", "Memory held.");
    static final Metric HIT_RATIO = new Metric("cache.hit.ratio", "", "Share of hits.");
    static final Metric GETS = new Metric("cache.gets", "", "Reads.");
    static final Metric LOADS = new Metric("cache.loads", "seconds", "Loads, and how long they took.");

    private final AtomicInteger measured = new AtomicInteger();
    private volatile Consumer<MetricSink> figures;

    Component(Consumer<MetricSink> figures) {
        this.figures = figures;
    }

    /** A component with one gauge, tagged with {@code cache}. */
    static Component ofSize(String cache, double size) {
        return new Component(sink -> sink.gauge(SIZE, size, "cache", cache));
    }

    void writes(Consumer<MetricSink> figures) {
        this.figures = figures;
    }

    int measured() {
        return measured.get();
    }

    @Override
    public List<CheckSpec> checks() {
        return List.of();
    }

    @Override
    public void measure(MetricSink sink) {
        measured.incrementAndGet();
        figures.accept(sink);
    }
}
