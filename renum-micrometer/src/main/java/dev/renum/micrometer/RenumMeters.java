package dev.renum.micrometer;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Ticker;
import dev.renum.core.health.Monitored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The figures of components as meters of Micrometer.
 *
 * <pre>{@code
 * RenumMeters.of(health, caches, database).bindTo(registry);
 * }</pre>
 *
 * <p>A scrape reads figures that are at most one second old: components are asked at most once per second, all together, on the
 * thread that scrapes. They are of one moment unless that second ends in the middle of the scrape. Figures that appear later, such as those of a new route, are registered by the
 * first scrape that sees them and exported by the next at the latest.
 *
 * <p>Gauges, counters and timers of a {@link dev.renum.core.health.MetricSink} become {@code Gauge}, {@code FunctionCounter} and
 * {@code FunctionTimer}; {@link dev.renum.core.health.Metric#unit()} becomes the base unit of the first two. A figure that a
 * component fails to give, or gives no more, is {@code NaN}; the count of a timer stays what it was, for a count knows no
 * {@code NaN} and 0 would look like a restart. {@code renum.meters.failing} tells how many components fail.
 *
 * <p>A component fails if it throws, writes tags that are no pairs, one figure twice, or figures of one name that differ in kind, unit
 * or keys of tags. Two components that write the same figure are such a case: the second fails, for the sum or either of both
 * would be wrong.
 *
 * <p>Meters hold the components, so nobody needs to hold this object for them to go on. Use one per registry: where a registry has a
 * meter of the same name and tags already, of the host or of another {@code RenumMeters}, that one stays, the figure is missing
 * there, and a warning is logged.
 *
 * <p>Like Micrometer's own binders that have something to give back, this one is {@link AutoCloseable}: closing takes away what it
 * registered and nothing else. A host whose components live as long as its registry need not close it. Safe for use by many threads.
 */
public final class RenumMeters implements MeterBinder, AutoCloseable {
    private final Sampler sampler;
    private final Map<MeterRegistry, Binding> bindings = new ConcurrentHashMap<>();
    private final AtomicInteger registered = new AtomicInteger();
    private volatile boolean closed;

    private RenumMeters(Sampler sampler) {
        this.sampler = sampler;
    }

    /** Meters of all figures of {@code components}, once they are bound to a registry. */
    public static RenumMeters of(Monitored... components) {
        return of(Ticker.system(), components);
    }

    static RenumMeters of(Ticker ticker, Monitored... components) {
        return new RenumMeters(new Sampler(requireNonNull(ticker, "ticker"), List.of(components)));
    }

    /**
     * Registers a meter for each figure that there is now, and later for each that appears; a second call for the same registry
     * registers nothing twice.
     *
     * @throws IllegalStateException if this is closed
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        requireNonNull(registry, "registry");
        if (closed) {
            throw new IllegalStateException("these meters are closed and cannot be bound to a registry");
        }
        Binding binding = bindings.computeIfAbsent(registry, key -> new Binding(key, this::sampling));
        binding.register(sampling().figures());
        if (closed) {
            binding.close();
        }
    }

    /** Takes the meters away from all registries; a second call does nothing. */
    @Override
    public void close() {
        closed = true;
        bindings.values().forEach(Binding::close);
        bindings.clear();
    }

    /**
     * Figures are only ever added, so their number tells whether there are new ones. They are registered outside of the sampler's
     * lock: a registry has a lock of its own, under which it may read meters.
     */
    private Sampling sampling() {
        Sampling sampling = sampler.read();
        int figures = sampling.figures().size();
        if (registered.getAndAccumulate(figures, Math::max) < figures) {
            bindings.values().forEach(binding -> binding.register(sampling.figures()));
        }
        return sampling;
    }
}
