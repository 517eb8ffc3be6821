package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether every required setting has a value.
 *
 * @param environment the environment that was checked
 * @param problems required settings without a value, values that refer to something that is not there, and sources that could not be read, so that nobody
 *     knows what is in them
 */
public record ValidationResult(Environment environment, List<Problem> problems) {
    private static final Set<ConfigCode> RELEVANT = EnumSet.of(
            ConfigCode.MISSING_VALUE,
            ConfigCode.UNRESOLVED_REFERENCE,
            ConfigCode.SOURCE_UNREADABLE,
            ConfigCode.MALFORMED_FILE,
            ConfigCode.AMBIGUOUS_FILE,
            ConfigCode.YAML_ENGINE_MISSING);

    /** Copies the problems. */
    public ValidationResult {
        requireNonNull(environment, "environment");
        problems = List.copyOf(problems);
    }

    /** The part of {@code report} that is about required settings. */
    public static ValidationResult of(Environment environment, ConfigReport report) {
        return new ValidationResult(
                environment,
                report.problems().stream()
                        .filter(problem -> RELEVANT.stream().anyMatch(problem::is))
                        .toList());
    }

    /** Whether nothing is missing. */
    public boolean isValid() {
        return problems.isEmpty();
    }

    /** The keys that have no value. */
    public List<String> missing() {
        return problems.stream()
                .filter(problem -> problem.is(ConfigCode.MISSING_VALUE))
                .map(Problem::key)
                .toList();
    }
}
