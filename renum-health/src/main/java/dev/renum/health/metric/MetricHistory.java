package dev.renum.health.metric;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every figure that is sampled, with its history.
 *
 * <p>A gauge is kept under its name. A counter {@code x} is kept as {@code x.rate}, what it grew by per second; a timer {@code x} as
 * {@code x.rate}, how often per second, and {@code x.mean}, how long in seconds, {@code NaN} where it did not run. If two components give a
 * figure of the same name and tags, the one that has been watched longer counts. Safe for use by many threads.
 */
public interface MetricHistory {
    /** The only series of that name, or the one whose tags are given as pairs of key and value; none if there is no such series. */
    Optional<MetricSeries> find(String name, String... tags);

    /** All series of that name, one per combination of tags; empty if there is none. */
    List<MetricSeries> series(String name);

    /**
     * The names that have been sampled, and those of the system's own figures, in alphabetical order. Before the first sampling is over, which is
     * a matter of milliseconds after the start, it waits for it, until one second after the start at most.
     */
    Set<String> names();

    /** How many series the last sampling left out because there were 1,000 already. */
    long dropped();
}
