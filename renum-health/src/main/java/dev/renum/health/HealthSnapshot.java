package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.text.NearestName;
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
 * @param groups what the groups of checks come to, by name, in the order of the builder; unmodifiable
 * @param score how well the system is, as one number
 * @param takenAt when it was taken
 * @param stale whether it has not been renewed in time, so that nothing in it is known any more
 */
public record HealthSnapshot(
        HealthStatus status,
        Map<String, CheckState> checks,
        Map<String, HealthGroup> groups,
        HealthScore score,
        Instant takenAt,
        boolean stale) {
    /** Copies the maps. */
    public HealthSnapshot {
        requireNonNull(status, "status");
        requireNonNull(score, "score");
        requireNonNull(takenAt, "takenAt");
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** A snapshot without groups. */
    public HealthSnapshot(
            HealthStatus status, Map<String, CheckState> checks, HealthScore score, Instant takenAt, boolean stale) {
        this(status, checks, Map.of(), score, takenAt, stale);
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

    /**
     * What the group {@code name} comes to. Allocates nothing.
     *
     * @throws IllegalArgumentException if there is no such group, with what was probably meant
     */
    public HealthGroup group(String name) {
        HealthGroup group = groups.get(requireNonNull(name, "name"));
        if (group == null) {
            throw new IllegalArgumentException(
                    "there is no group '" + name + "': " + NearestName.hint(name, groups.keySet()));
        }
        return group;
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
