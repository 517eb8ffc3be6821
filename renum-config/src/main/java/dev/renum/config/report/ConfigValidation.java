package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;

/**
 * What a configuration would be like if it were put in force.
 *
 * @param environment the environment that it was read for
 * @param isOffline whether the variables, properties and secrets of this process were left out, because others will be there
 * @param report everything that was found
 */
public record ConfigValidation(Environment environment, boolean isOffline, ConfigReport report) {
    /** Checks that nothing is missing. */
    public ConfigValidation {
        requireNonNull(environment, "environment");
        requireNonNull(report, "report");
    }

    /** Whether nothing that could be checked stops a start. */
    public boolean isValid() {
        return !report.hasErrors();
    }

    /** The keys whose values only the deployment brings, so that they could not be checked; empty unless {@link #isOffline}. */
    public List<String> expectedAtDeployment() {
        return report.problems().stream()
                .filter(problem -> problem.is(ConfigCode.EXPECTED_AT_DEPLOYMENT))
                .map(Problem::key)
                .toList();
    }

    /** The report as text of several lines. */
    @Override
    public String toString() {
        return report.toString();
    }
}
