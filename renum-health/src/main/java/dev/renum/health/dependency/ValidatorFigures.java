package dev.renum.health.dependency;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthCode;
import java.util.Locale;

/** What a report says, as a state and as figures. */
final class ValidatorFigures {
    private static final Metric ALL =
            new Metric("dependencies.all", "dependencies", "Libraries and services that the application stands on.");
    private static final Metric MISSING =
            new Metric("dependencies.missing", "dependencies", "Those that are required and not there.");
    private static final Metric CONFLICTS =
            new Metric("dependencies.conflicts", "conflicts", "Versions that do not go together.");
    private static final Metric FINDINGS =
            new Metric("dependencies.findings", "findings", "Recommendations, by their severity.");
    private static final Metric DURATION =
            new Metric("dependencies.validation", "seconds", "How long it took to look through all libraries.");

    private ValidatorFigures() {}

    static HealthResult result(ValidationReport report) {
        return switch (report.status()) {
            case VALID, WARNINGS -> with(HealthResult.up(), report);
            case INVALID -> with(invalid(report.recommendations().get(0)), report);
            case PENDING ->
                HealthResult.unknown(
                        HealthCode.VALIDATION_PENDING.id(), "the dependencies have not been looked through yet");
            case DISABLED -> HealthResult.disabled("the validation is switched off");
        };
    }

    static void measure(ValidationReport report, double seconds, MetricSink sink) {
        boolean isKnown = report.status() != ValidationStatus.PENDING;
        sink.gauge(ALL, isKnown ? report.all().size() : Double.NaN);
        sink.gauge(MISSING, isKnown ? report.missingDependencies().size() : Double.NaN);
        sink.gauge(CONFLICTS, isKnown ? report.versionConflicts().size() : Double.NaN);
        sink.gauge(DURATION, seconds);
        for (Severity severity : Severity.values()) {
            String tag = severity.name().toLowerCase(Locale.ROOT);
            sink.gauge(FINDINGS, isKnown ? count(report, severity) : Double.NaN, "severity", tag);
        }
    }

    private static HealthResult invalid(Finding worst) {
        return HealthResult.degraded(worst.code(), worst.subject() + " " + worst.message());
    }

    private static HealthResult with(HealthResult result, ValidationReport report) {
        return result.withDetail("dependencies", Integer.toString(report.all().size()))
                .withDetail(
                        "missing", Integer.toString(report.missingDependencies().size()))
                .withDetail(
                        "conflicts", Integer.toString(report.versionConflicts().size()))
                .withDetail(
                        "recommendations",
                        Integer.toString(report.recommendations().size()));
    }

    private static double count(ValidationReport report, Severity severity) {
        return report.recommendations().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
