package dev.renum.health;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a snapshot of the states of all checks. Guarded by the monitor's lock, as the scoring is. */
final class Aggregation {
    private static final HealthResult STALE =
            HealthResult.unknown(HealthCode.STALE.id(), "is not known: the monitor has stopped renewing its snapshot");

    private final CheckGroups groups;
    private final Scoring scoring;
    private final Vitals vitals;

    Aggregation(CheckGroups groups, Scoring scoring, Vitals vitals) {
        this.groups = groups;
        this.scoring = scoring;
        this.vitals = vitals;
    }

    /** The checks {@code states}, each with the failed one that explains it, and what they come to. */
    HealthSnapshot snapshot(Collection<CheckState> states, CheckGraph graph, Instant takenAt) {
        Map<String, CheckState> byName = explained(states, graph);
        HealthStatus status =
                states.stream().map(Aggregation::contribution).reduce(HealthStatus.UP, HealthStatus::worse);
        HealthScore score = scoring.score(byName.values(), vitals);
        return new HealthSnapshot(status, byName, groups.in(byName), score, takenAt, false);
    }

    /** What readers see of {@code snapshot} once it is too old. */
    HealthSnapshot staleTwin(HealthSnapshot snapshot) {
        Map<String, CheckState> unknown = new LinkedHashMap<>();
        snapshot.checks().forEach((name, state) -> unknown.put(name, state.withResult(STALE)));
        return new HealthSnapshot(
                HealthStatus.UNKNOWN,
                unknown,
                groups.in(unknown),
                Scoring.stale(snapshot.score()),
                snapshot.takenAt(),
                true);
    }

    private static Map<String, CheckState> explained(Collection<CheckState> states, CheckGraph graph) {
        Map<String, CheckState> byName = new LinkedHashMap<>();
        states.forEach(state -> byName.put(state.name(), state));
        for (CheckState state : states) {
            if (!state.status().isServing()) {
                String root = graph.rootOf(state.name(), name -> hasFailed(byName, name));
                byName.put(state.name(), state.asSymptomOf(root));
            }
        }
        return byName;
    }

    private static HealthStatus contribution(CheckState state) {
        if (state.required() || state.status().compareTo(HealthStatus.DEGRADED) <= 0) {
            return state.status();
        }
        return HealthStatus.DEGRADED;
    }

    private static boolean hasFailed(Map<String, CheckState> states, String name) {
        CheckState state = states.get(name);
        return state != null && !state.status().isServing();
    }
}
