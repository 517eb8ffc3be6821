package dev.renum.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The meters of one registry. Safe for use by many threads. */
final class Binding {
    private static final Logger LOG = LoggerFactory.getLogger(RenumMeters.class);

    private final MeterRegistry registry;
    private final Supplier<Sampling> samplings;
    private final Set<Figure> tried = ConcurrentHashMap.newKeySet();
    private final Queue<Meter> meters = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    Binding(MeterRegistry registry, Supplier<Sampling> samplings) {
        this.registry = registry;
        this.samplings = samplings;
    }

    /** Registers what is not registered yet, each figure once. */
    void register(Set<Figure> figures) {
        Set<Meter> present = Collections.newSetFromMap(new IdentityHashMap<>());
        present.addAll(registry.getMeters());
        for (Figure figure : figures) {
            if (!closed && tried.add(figure)) {
                add(figure, present);
            }
        }
        if (closed) {
            removeAll();
        }
    }

    void close() {
        closed = true;
        removeAll();
    }

    /** A registry gives what it has already for an equal meter; that shows something else, and is not ours to remove. */
    private void add(Figure figure, Set<Meter> present) {
        try {
            Meter meter = meter(figure);
            if (present.add(meter)) {
                meters.add(meter);
                return;
            }
            GuardedLog.write(() ->
                    refusal(figure).addKeyValue("reason", "it has an equal one").log());
        } catch (RuntimeException e) {
            GuardedLog.write(() -> refusal(figure).setCause(e).log());
        }
    }

    private static LoggingEventBuilder refusal(Figure figure) {
        return LOG.atWarn()
                .setMessage("{}: a registry refuses a meter, which is missing there")
                .addArgument(MeterCode.METER_REFUSED.id())
                .addKeyValue("meter", figure);
    }

    /**
     * The functions capture what Micrometer refers to weakly, so that it lives as long as the meter and no meter stands still because
     * nobody else holds the binder.
     */
    private Meter meter(Figure figure) {
        return switch (figure.shape().kind()) {
            case GAUGE ->
                Gauge.builder(figure.name(), () -> value(figure))
                        .baseUnit(unit(figure))
                        .description(description(figure))
                        .tags(figure.tags())
                        .register(registry);
            case COUNTER ->
                FunctionCounter.builder(figure.name(), this, weak -> value(figure))
                        .baseUnit(unit(figure))
                        .description(description(figure))
                        .tags(figure.tags())
                        .register(registry);
            case TIMER ->
                FunctionTimer.builder(
                                figure.name(), this, weak -> count(figure), weak -> value(figure), TimeUnit.NANOSECONDS)
                        .description(description(figure))
                        .tags(figure.tags())
                        .register(registry);
        };
    }

    private double value(Figure figure) {
        return samplings.get().of(figure).value();
    }

    private long count(Figure figure) {
        return samplings.get().of(figure).count();
    }

    private static @Nullable String unit(Figure figure) {
        String unit = figure.shape().metric().unit();
        return unit.isEmpty() ? null : unit;
    }

    private static String description(Figure figure) {
        return figure.shape().metric().description();
    }

    private void removeAll() {
        for (Meter meter = meters.poll(); meter != null; meter = meters.poll()) {
            registry.remove(meter);
        }
    }
}
