package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The checks that there are, by name, and how they depend on each other. Guarded by the monitor's lock. */
final class CheckRegistry {
    private final Map<String, MonitoredCheck> checks = new LinkedHashMap<>();
    private CheckGraph graph = CheckGraph.of(List.of());

    /**
     * Adds all or none.
     *
     * @throws IllegalArgumentException if a name is taken, the dependencies form a cycle, or liveness would leave the process
     */
    List<MonitoredCheck> add(List<CheckSpec> specs, long now) {
        LivenessRule.enforce(specs);
        List<CheckSpec> all = new ArrayList<>(specs());
        all.addAll(specs);
        graph = CheckGraph.of(all);
        Instant at = Instant.now();
        List<MonitoredCheck> added =
                specs.stream().map(spec -> new MonitoredCheck(spec, now, at)).toList();
        added.forEach(check -> checks.put(check.spec().name(), check));
        return added;
    }

    /** Takes them out and cancels their runs; one that is not here any more is left alone. */
    void remove(List<MonitoredCheck> removed) {
        removed.stream()
                .filter(check -> checks.remove(check.spec().name(), check))
                .forEach(MonitoredCheck::cancel);
        graph = CheckGraph.of(specs());
    }

    /** Takes all out. */
    void clear() {
        checks.values().forEach(MonitoredCheck::cancel);
        checks.clear();
    }

    /** Gives {@code check} its result. If it works again, what depends on it and has failed is asked again at once. */
    void finish(MonitoredCheck check, CheckRun run, HealthResult result, long now, Instant at) {
        boolean hadFailed = !check.status().isServing();
        check.finish(run, result, now, at);
        if (hadFailed && check.status().isServing()) {
            checks.values().stream()
                    .filter(it -> graph.ancestorsOf(it.spec().name())
                            .contains(check.spec().name()))
                    .forEach(it -> it.reconsider(check, now));
        }
    }

    boolean has(MonitoredCheck check) {
        return checks.get(check.spec().name()) == check;
    }

    Collection<MonitoredCheck> all() {
        return checks.values();
    }

    CheckGraph graph() {
        return graph;
    }

    List<CheckState> states(long now) {
        return checks.values().stream().map(check -> state(check, now)).toList();
    }

    private CheckState state(MonitoredCheck check, long now) {
        return check.state(Stream.concat(
                        suspects(check, now).stream(), causes(check).filter(cause -> check.doubts(cause, now)))
                .findFirst()
                .map(suspect -> suspect.spec().name())
                .orElse(null));
    }

    /** Makes everything due that may explain a failure and has not been asked since. */
    void hurrySuspects(long now) {
        checks.values().forEach(check -> suspects(check, now).forEach(suspect -> suspect.hurry(now)));
    }

    /** What may explain the failure of {@code check}; nothing once something else is known to. */
    private List<MonitoredCheck> suspects(MonitoredCheck check, long now) {
        List<MonitoredCheck> causes = causes(check).toList();
        boolean isExplained = causes.stream().anyMatch(cause -> !cause.status().isServing());
        return isExplained
                ? List.of()
                : causes.stream().filter(cause -> check.suspects(cause, now)).toList();
    }

    private Stream<MonitoredCheck> causes(MonitoredCheck check) {
        return check.spec().dependsOn().isEmpty()
                ? Stream.empty()
                : graph.ancestorsOf(check.spec().name()).stream()
                        .map(checks::get)
                        .filter(Objects::nonNull);
    }

    /** Copies of the figures of each check. */
    Map<String, CheckFigures> figures() {
        Map<String, CheckFigures> figures = new LinkedHashMap<>();
        checks.forEach((name, check) -> figures.put(name, check.figures().copy()));
        return figures;
    }

    private List<CheckSpec> specs() {
        return checks.values().stream().map(MonitoredCheck::spec).toList();
    }
}
