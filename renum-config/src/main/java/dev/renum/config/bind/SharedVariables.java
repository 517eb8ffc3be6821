package dev.renum.config.bind;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import dev.renum.config.bind.Resolver.Found;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Finding;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds variables that set several keys at once: of components with similar names, or of the entries {@code a.b} and {@code a-b} of a map.
 *
 * <p>Nobody means that; of entries, only the keys that were read show it.
 */
final class SharedVariables {
    private final Map<String, String> known;
    private final ProblemLog problems;

    /** With {@code known}, keys with the other one that has their variable. */
    SharedVariables(Map<String, String> known, ProblemLog problems) {
        this.known = known;
        this.problems = problems;
    }

    /** Notes those that are known, whether their variable is set or not, and each of the keys in {@code read} whose variable has set another one too. */
    void check(Map<String, Found> read) {
        known.forEach((key, other) -> problems.add(known(key, other)));
        Map<Origin, SortedSet<String>> keys = read.values().stream()
                .filter(found -> found.origin().kind().hasVariables() && !known.containsKey(found.key()))
                .collect(groupingBy(Found::origin, mapping(Found::key, toCollection(TreeSet::new))));
        keys.forEach((variable, set) ->
                set.stream().skip(1).forEach(key -> problems.add(shared(variable, key, set.first()))));
    }

    private static Problem known(String key, String other) {
        Origin variable = Origin.of(ProcessValues.variableName(key), Origin.Kind.CODE);
        return problem(variable, key, other, "rename one of the two components");
    }

    private static Problem shared(Origin variable, String key, String other) {
        return problem(variable, key, other, "rename one of the two, or set them in a file");
    }

    private static Problem problem(Origin variable, String key, String other, String cure) {
        Finding finding = Finding.of(
                ConfigCode.AMBIGUOUS_VARIABLE,
                key,
                "shares the environment variable " + variable.source() + " with " + other,
                cure);
        return Problem.of(finding, key, variable);
    }
}
