package dev.renum.core.health;

/**
 * The state of a component or of a whole system, in ascending order of how bad it is.
 *
 * <p>The worst of several is their maximum; {@link #DISABLED} is the least, so that it does not count.
 */
public enum HealthStatus {
    /** Switched off on purpose; does not count. */
    DISABLED(0),
    /** Works. */
    UP(1),
    /** Works with restrictions: an optional dependency is away, or little is left of something. */
    DEGRADED(2),
    /** Nobody knows: never probed, or the last answer is too old. */
    UNKNOWN(3),
    /** Refuses work on purpose, for example while shutting down. */
    OUT_OF_SERVICE(4),
    /** Does not work. */
    DOWN(5);

    private final int badness;

    HealthStatus(int badness) {
        this.badness = badness;
    }

    /** The status as a number for figures, from 0 for {@link #DISABLED} to 5 for {@link #DOWN}; the worse the greater, and never renumbered. */
    public int badness() {
        return badness;
    }

    /** Whether work may be sent there: {@link #DISABLED}, {@link #UP} or {@link #DEGRADED}. Unknown is never shown as good. */
    public boolean isServing() {
        return compareTo(DEGRADED) <= 0;
    }

    /** The worse of the two. */
    public HealthStatus worse(HealthStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
