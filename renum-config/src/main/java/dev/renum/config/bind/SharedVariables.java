package dev.renum.config.bind;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import dev.renum.config.bind.Resolver.Found;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds variables that set several keys at once, such as the entries {@code a.b} and {@code a-b} of a map.
 *
 * <p>Nobody means that, and only the keys that were read show it.
 */
final class SharedVariables {
    private final Map<String, String> known;
    private final ProblemLog problems;

    /** With {@code known}, the keys that are noted whether their variable is set or not. */
    SharedVariables(Map<String, String> known, ProblemLog problems) {
        this.known = known;
        this.problems = problems;
    }

    /** Notes each of the keys in {@code read} whose variable has set another one too. */
    void check(Map<String, Found> read) {
        Map<Origin, SortedSet<String>> keys = read.values().stream()
                .filter(found -> found.origin().kind().hasVariables() && !known.containsKey(found.key()))
                .collect(groupingBy(Found::origin, mapping(Found::key, toCollection(TreeSet::new))));
        keys.forEach((variable, set) ->
                set.stream().skip(1).forEach(key -> problems.add(shared(variable, key, set.first()))));
    }

    private static Problem shared(Origin variable, String key, String other) {
        Finding finding = Finding.of(
                ConfigCode.AMBIGUOUS_VARIABLE,
                key,
                "shares the environment variable " + variable.source() + " with " + other,
                "rename one of the two, or set them in a file");
        return Problem.of(finding, key, variable);
    }
}
