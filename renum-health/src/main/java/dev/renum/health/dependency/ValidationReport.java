package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.time.Instant;
import java.util.List;

/**
 * What is there, what is missing, what does not go together, and what to do about it. Immutable.
 *
 * @param timestamp when it was made
 * @param status what came out
 * @param missingDependencies what is required and not there, or does not answer; unmodifiable
 * @param versionConflicts versions that do not go together; unmodifiable
 * @param recommendations everything that should be known, gravest first, each with its code and its cure; unmodifiable
 * @param all every dependency, also those nobody asked for; unmodifiable
 */
public record ValidationReport(
        Instant timestamp,
        ValidationStatus status,
        List<DependencyInfo> missingDependencies,
        List<VersionConflict> versionConflicts,
        List<Finding> recommendations,
        List<DependencyInfo> all) {
    /** Copies the lists. */
    public ValidationReport {
        requireNonNull(timestamp, "timestamp");
        requireNonNull(status, "status");
        missingDependencies = List.copyOf(missingDependencies);
        versionConflicts = List.copyOf(versionConflicts);
        recommendations = List.copyOf(recommendations);
        all = List.copyOf(all);
    }

    /** Whether there is a recommendation of this severity or a graver one. */
    public boolean has(Severity severity) {
        return recommendations.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }

    /** The report as aligned tables for a console, several lines long. */
    public String text() {
        return ReportText.of(this);
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
