package dev.renum.core.health;

/**
 * Takes the figures of a {@link Monitored} component.
 *
 * <p>Tags are pairs of key and value, {@code "cache", "users", "result", "hit"}; a metric always has the same keys, and the values
 * come from a bounded set, never from a user's input. An odd number of them is an {@link IllegalArgumentException}. Only valid
 * during the call of {@link Monitored#measure}, and for that thread.
 */
public interface MetricSink {
    /** A value that goes up and down; {@link Double#NaN} if it is not known now. */
    void gauge(Metric metric, double value, String... tags);

    /** A total that only grows while the component lives. */
    void counter(Metric metric, double total, String... tags);

    /**
     * How often something took how long, as totals that only grow while the component lives.
     *
     * @param count how often
     * @param totalNanos how long in all, in nanoseconds, whatever {@link Metric#unit()} a reader shows
     */
    void timer(Metric metric, long count, long totalNanos, String... tags);
}
