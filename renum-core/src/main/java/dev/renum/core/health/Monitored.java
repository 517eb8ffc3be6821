package dev.renum.core.health;

import java.util.List;

/**
 * A component that shows its state. The main object of each module implements it, and so may any object of a host.
 *
 * <p>Whoever watches it runs its checks and samples its figures; the component itself keeps no reference to a watcher and starts
 * nothing for it.
 */
public interface Monitored {
    /** The checks of this component, the same each time; empty if it has none. */
    List<CheckSpec> checks();

    /**
     * Writes the figures as they stand now into {@code sink}.
     *
     * <p>Called at every sampling and at every scrape, by any thread, possibly by several at once. Must not block: it reads
     * counters, it does not compute them. A figure that is not known is written as {@link Double#NaN}, never as 0.
     */
    void measure(MetricSink sink);
}
