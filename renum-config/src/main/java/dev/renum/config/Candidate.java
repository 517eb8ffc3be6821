package dev.renum.config;

import dev.renum.config.bind.Binding;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import java.util.List;

/**
 * A configuration that was read and checked, but is not in force.
 *
 * @param environment the environment that it was read for
 * @param binding its records and settings
 * @param report everything that was found
 */
record Candidate(Environment environment, Binding binding, ConfigReport report) {
    /**
     * The same.
     *
     * @throws ConfigurationException if it has errors
     */
    Candidate withoutErrors() {
        if (report.hasErrors()) {
            throw new ConfigurationException(report);
        }
        return this;
    }

    /**
     * The configuration, to be put in force.
     *
     * @throws ConfigurationException if it has errors
     */
    EnvironmentConfig accepted() {
        withoutErrors();
        List<Problem> warnings =
                report.problems().stream().filter(Problem::isWarning).toList();
        return EnvironmentConfig.accepted(environment, binding, warnings);
    }
}
