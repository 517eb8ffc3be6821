package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one load found.
 *
 * @param application the name of the application
 * @param environment the environment that was loaded, or {@code null} if its name was not even known
 * @param problems all problems, errors before warnings, each sort in the order of sources and lines
 */
public record ConfigReport(String application, @Nullable Environment environment, List<Problem> problems) {
    /** Copies the problems. */
    public ConfigReport {
        requireNonNull(application, "application");
        problems = List.copyOf(problems);
    }

    /** Whether a start with this configuration must not go on. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** The report as text of several lines for a console or a log, without secrets. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
