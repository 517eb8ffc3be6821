package dev.renum.micrometer;

import dev.renum.core.Ticker;
import dev.renum.core.health.Monitored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Shows the figures of components to Micrometer: gauges, function counters and function timers.
 *
 * <pre>{@code
 * RenumMeters.of(db, caches).bindTo(registry);
 * }</pre>
 *
 * <p>The components are asked when a meter is read, at most once a second, so that all meters of one scrape show the same moment.
 * What a component tells for the first time is registered then and exported from the next scrape on. What it no longer tells, or
 * cannot tell because it throws, is {@code NaN}; only the count of a timer, which is no floating-point number, stays as it was.
 *
 * <p>A metric has one kind and one set of tag keys, and a series, a metric with its tags, belongs to one component; a component that
 * breaks this is treated as one that throws. Units become base units. Where the registry has a meter of the same name and tags
 * from elsewhere, Micrometer keeps that one.
 *
 * <p>The registry keeps the components reachable, until {@link #close()}. Safe for use by many threads.
 */
public final class RenumMeters implements MeterBinder, AutoCloseable {
    private final List<Binding> bindings = new CopyOnWriteArrayList<>();
    private final Sampling sampling;

    private RenumMeters(List<Monitored> components, Ticker ticker) {
        sampling = new Sampling(components, ticker, this::registerMissing);
    }

    /** The meters of these components, not bound yet. */
    public static RenumMeters of(Monitored... components) {
        return of(Ticker.system(), components);
    }

    static RenumMeters of(Ticker ticker, Monitored... components) {
        return new RenumMeters(List.of(components), ticker);
    }

    /**
     * Asks the components and registers what they tell; may be called for several registries.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        if (sampling.isClosed()) {
            throw new IllegalStateException("these meters are closed");
        }
        bindings.add(new Binding(registry, sampling));
        sampling.refresh();
        registerMissing();
    }

    /**
     * Removes the meters from all registries and lets go of the components, which stay as they are.
     *
     * <p>Idempotent. Not needed if registries and components end together.
     */
    @Override
    public void close() {
        sampling.close();
        bindings.forEach(Binding::close);
        bindings.clear();
    }

    private void registerMissing() {
        for (Binding binding : bindings) {
            binding.registerMissing();
        }
    }
}
