package dev.renum.core.health;

/**
 * The state of a component or of a whole system, in ascending order of how bad it is.
 *
 * <p>The worst of several is their maximum; {@link #DISABLED} is the least, so that it does not count.
 */
public enum HealthStatus {
    /** Switched off on purpose; does not count. */
    DISABLED,
    /** Works. */
    UP,
    /** Works with restrictions: an optional dependency is away, or little is left of something. */
    DEGRADED,
    /** Nobody knows: never probed, or the last answer is too old. */
    UNKNOWN,
    /** Refuses work on purpose, for example while shutting down. */
    OUT_OF_SERVICE,
    /** Does not work. */
    DOWN;

    /** Whether work may be sent there: {@link #DISABLED}, {@link #UP} or {@link #DEGRADED}. Unknown is never shown as good. */
    public boolean isServing() {
        return compareTo(DEGRADED) <= 0;
    }

    /** The worse of the two. */
    public HealthStatus worse(HealthStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
