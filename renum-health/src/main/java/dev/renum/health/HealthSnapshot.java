package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of the system at one moment. Immutable.
 *
 * @param status the aggregate: the worst of the required checks, {@code DEGRADED} if only optional ones fail
 * @param checks what is known of each check, by name, in the order of registration; unmodifiable
 * @param score how well the system is, as one number
 * @param takenAt when it was taken
 * @param stale whether it has not been renewed in time, so that nothing in it is known any more
 */
public record HealthSnapshot(
        HealthStatus status, Map<String, CheckState> checks, HealthScore score, Instant takenAt, boolean stale) {
    /** Copies {@code checks}. */
    public HealthSnapshot {
        requireNonNull(status, "status");
        requireNonNull(score, "score");
        requireNonNull(takenAt, "takenAt");
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /**
     * What is known of the check {@code name}.
     *
     * @throws IllegalArgumentException if there is no such check
     */
    public CheckState check(String name) {
        CheckState state = checks.get(requireNonNull(name, "name"));
        if (state == null) {
            throw new IllegalArgumentException("there is no check '" + name + "'; there are " + checks.keySet());
        }
        return state;
    }

    /** Whether work may be sent here; a stale snapshot never says so. */
    public boolean isReady() {
        return status.isServing();
    }

    /** Whether this process need not be restarted: no liveness check is known to have failed. */
    public boolean isAlive() {
        return checks.values().stream().noneMatch(CheckState::demandsRestart);
    }

    /** The checks that have failed and whose failure no other one explains. */
    public List<CheckState> rootCauses() {
        return checks.values().stream()
                .filter(check -> !check.status().isServing() && check.symptomOf() == null)
                .toList();
    }
}
