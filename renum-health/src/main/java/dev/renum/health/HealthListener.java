package dev.renum.health;

/**
 * Hears of changes. Called on a thread of the monitor's own for listeners, once per change and in their order; what it throws is logged, and while
 * it blocks it misses nothing but hears later.
 */
@FunctionalInterface
public interface HealthListener {
    /**
     * Something has changed from {@code change.from()} to {@code change.to()}.
     *
     * @throws Exception whatever fails; it is logged
     */
    void changed(HealthChange change) throws Exception;
}
