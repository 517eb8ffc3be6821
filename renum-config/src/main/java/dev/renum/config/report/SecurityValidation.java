package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the security rules say about a configuration.
 *
 * @param environment the environment that was checked
 * @param isComplete whether every setting could be read, so that every rule could judge; without that, nothing found means nothing
 * @param findings what rules object to, errors first
 * @param waived what they object to and the host accepts
 */
public record SecurityValidation(
        Environment environment, boolean isComplete, List<Problem> findings, List<Waived> waived) {
    private static final Set<String> RULES = Arrays.stream(RuleCode.values())
            .filter(RuleCode::isSecurity)
            .map(RuleCode::id)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CONFIG =
            Arrays.stream(ConfigCode.values()).map(ConfigCode::id).collect(Collectors.toUnmodifiableSet());

    /** Copies the lists. */
    public SecurityValidation {
        requireNonNull(environment, "environment");
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
    }

    /** The part of {@code report} that is about security. */
    public static SecurityValidation of(Environment environment, ConfigReport report) {
        boolean isComplete = report.problems().stream().noneMatch(SecurityValidation::hidesSettings);
        return new SecurityValidation(
                environment,
                isComplete,
                report.problems().stream().filter(SecurityValidation::isFinding).toList(),
                report.waived().stream().filter(it -> isFinding(it.problem())).toList());
    }

    /** Whether every rule has judged and none finds an error. */
    public boolean isSecure() {
        return isComplete && findings.stream().noneMatch(Problem::isError);
    }

    private static boolean isFinding(Problem problem) {
        return RULES.contains(problem.finding().code());
    }

    private static boolean hidesSettings(Problem problem) {
        return problem.isError() && CONFIG.contains(problem.finding().code());
    }
}
