package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.health.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which check depends on which; has no cycle. A dependency on a check that has gone, or is yet to come, counts for nothing. */
final class CheckGraph {
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();

    private CheckGraph() {}

    /**
     * The graph of {@code specs}.
     *
     * @throws IllegalArgumentException if a name occurs twice or there is a cycle
     */
    static CheckGraph of(Collection<CheckSpec> specs) {
        CheckGraph graph = new CheckGraph();
        specs.forEach(graph::add);
        Set<String> free = new HashSet<>();
        specs.forEach(spec -> graph.refuseCycle(spec.name(), new ArrayList<>(), free));
        return graph;
    }

    /**
     * Refuses a dependency on a check that is not there.
     *
     * @throws IllegalArgumentException if there is one
     */
    void refuseUnknown() {
        dependencies.forEach((name, needed) -> needed.stream()
                .filter(dependency -> !dependencies.containsKey(dependency))
                .forEach(dependency -> refuse(name, dependency)));
    }

    private void refuse(String name, String dependency) {
        throw new IllegalArgumentException("check '" + name + "' depends on '" + dependency + "', which is no check: "
                + NearestName.hint(dependency, dependencies.keySet()));
    }

    /** A failed check that {@code name} depends on, directly or not, and that depends on no failed one; {@code null} if there is none. */
    @Nullable
    String rootOf(String name, Predicate<String> hasFailed) {
        return rootOf(name, hasFailed, new HashSet<>());
    }

    private @Nullable String rootOf(String name, Predicate<String> hasFailed, Set<String> seen) {
        for (String dependency : dependencies.getOrDefault(name, List.of())) {
            if (!dependencies.containsKey(dependency) || !seen.add(dependency)) {
                continue;
            }
            String root = rootOf(dependency, hasFailed, seen);
            if (root != null) {
                return root;
            }
            if (hasFailed.test(dependency)) {
                return dependency;
            }
        }
        return null;
    }

    /** All that {@code name} depends on, directly or not, whether it is there or not. */
    Set<String> ancestorsOf(String name) {
        Set<String> ancestors = new LinkedHashSet<>();
        addAncestors(name, ancestors);
        return ancestors;
    }

    private void addAncestors(String name, Set<String> ancestors) {
        dependencies.getOrDefault(name, List.of()).stream()
                .filter(ancestors::add)
                .forEach(dependency -> addAncestors(dependency, ancestors));
    }

    private void add(CheckSpec spec) {
        if (dependencies.putIfAbsent(spec.name(), spec.dependsOn()) != null) {
            throw new IllegalArgumentException("there is already a check '" + spec.name() + "'; names must be unique");
        }
    }

    private void refuseCycle(String name, List<String> path, Set<String> free) {
        if (path.contains(name)) {
            path.add(name);
            throw new IllegalArgumentException("checks depend on each other in a circle: "
                    + String.join(" -> ", path.subList(path.indexOf(name), path.size())));
        }
        if (!free.contains(name)) {
            path.add(name);
            dependencies.getOrDefault(name, List.of()).forEach(next -> refuseCycle(next, path, free));
            path.remove(path.size() - 1);
            free.add(name);
        }
    }
}
