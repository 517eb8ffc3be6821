package dev.renum.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters of a sampling in one registry. */
final class Binding {
    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

    private final MeterRegistry registry;
    private final Sampling sampling;
    private final Set<Series> known = ConcurrentHashMap.newKeySet();
    private final Queue<Meter> meters = new ConcurrentLinkedQueue<>();

    Binding(MeterRegistry registry, Sampling sampling) {
        this.registry = registry;
        this.sampling = sampling;
    }

    void registerMissing() {
        for (Series series : sampling.series()) {
            if (known.add(series)) {
                add(series);
            }
        }
        if (sampling.isClosed()) {
            close(); // It was closed while we registered.
        }
    }

    void close() {
        for (Meter meter = meters.poll(); meter != null; meter = meters.poll()) {
            registry.remove(meter);
        }
    }

    private void add(Series series) {
        try {
            meters.add(register(series));
        } catch (RuntimeException e) {
            LOG.warn("the registry refuses {}; it is not exported", series, e);
        }
    }

    // Micrometer holds the observed object weakly: what keeps the series alive is that the functions capture it.
    private Meter register(Series series) {
        String name = series.metric().name();
        String description = series.metric().description();
        return switch (series.kind()) {
            case GAUGE ->
                Gauge.builder(name, series, same -> sampling.value(series))
                        .strongReference(true)
                        .description(description)
                        .baseUnit(baseUnit(series))
                        .tags(series.tags())
                        .register(registry);
            case COUNTER ->
                FunctionCounter.builder(name, series, same -> sampling.value(series))
                        .description(description)
                        .baseUnit(baseUnit(series))
                        .tags(series.tags())
                        .register(registry);
            case TIMER ->
                FunctionTimer.builder(
                                name,
                                series,
                                same -> sampling.count(series),
                                same -> sampling.value(series),
                                TimeUnit.NANOSECONDS)
                        .description(description)
                        .tags(series.tags())
                        .register(registry);
        };
    }

    private static @Nullable String baseUnit(Series series) {
        String unit = series.metric().unit();
        return unit.isEmpty() ? null : unit;
    }
}
