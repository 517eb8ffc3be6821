package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the status of one check, or of the system.
 *
 * @param check the name of the check, or {@code null} for the system
 * @param from the status before
 * @param to the status now
 * @param at when it was noticed
 * @param state what is known of the check now; of the system, the state that alone explains its change, or {@code null}
 */
public record HealthChange(
        @Nullable String check,
        HealthStatus from,
        HealthStatus to,
        Instant at,
        @Nullable CheckState state) {
    /** Checks what must be there. */
    public HealthChange {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(at, "at");
    }

    /** Whether it is the system's status that has changed, not that of one check. */
    public boolean isOfSystem() {
        return check == null;
    }
}
