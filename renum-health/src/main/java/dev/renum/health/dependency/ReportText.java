package dev.renum.health.dependency;

import dev.renum.core.Finding;
import dev.renum.health.CheckState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints reports. */
final class ReportText {
    private ReportText() {}

    static String of(ValidationReport report) {
        return title("Dependencies", report.status(), report.timestamp().toString())
                + summary(report)
                + section("Missing", dependencies(report.missingDependencies()))
                + section("Conflicts", conflicts(report.versionConflicts()))
                + section("Recommendations", findings(report.recommendations()))
                + section("All", dependencies(report.all()));
    }

    static String of(CompatibilityReport report) {
        TextTable table = new TextTable("kind", "name", "found", "range", "verdict", "asked for by");
        report.comparisons()
                .forEach(line -> table.row(
                        lower(line.kind()),
                        line.name(),
                        shown(line.found()),
                        line.range(),
                        words(line.verdict()) + (line.optional() ? " (optional)" : ""),
                        line.requiredBy()));
        return title("Compatibility", report.status(), report.timestamp().toString())
                + section("Versions", table)
                + section("Conflicts", conflicts(report.conflicts()));
    }

    static String of(HealthReport report) {
        TextTable checks = new TextTable("check", "status", "version", "required", "message");
        report.health().checks().values().forEach(check -> checks.row(cells(check)));
        ValidationReport validation = report.validation();
        return title("Health", report.health().status(), report.timestamp().toString())
                + section("Checks", checks)
                + "\n"
                + title(
                        "Dependencies",
                        validation.status(),
                        validation.timestamp().toString())
                + summary(validation)
                + section("Missing", dependencies(validation.missingDependencies()))
                + section("Recommendations", findings(validation.recommendations()))
                + "\n" + of(report.compatibility());
    }

    private static String[] cells(CheckState check) {
        return new String[] {
            check.name(),
            check.status().toString(),
            shown(check.result().version()),
            check.required() ? "yes" : "no",
            check.message() == null ? "" : check.message()
        };
    }

    private static String title(String what, Enum<?> status, String at) {
        return what + ": " + status + " (" + at + ")\n";
    }

    private static String summary(ValidationReport report) {
        return report.all().size() + " dependencies, "
                + report.missingDependencies().size() + " missing, "
                + report.versionConflicts().size() + " conflicts, "
                + report.recommendations().size()
                + " recommendations\n";
    }

    private static String section(String title, TextTable table) {
        String text = table.toString();
        return text.isEmpty() ? "" : "\n" + title + "\n" + text;
    }

    private static TextTable dependencies(List<DependencyInfo> dependencies) {
        TextTable table =
                new TextTable("kind", "name", "version", "state", "confidence", "evidence", "required", "where");
        dependencies.forEach(one -> table.row(
                lower(one.kind()),
                one.name(),
                shown(one.version()),
                words(one.state()),
                lower(one.confidence()),
                one.evidence(),
                String.join("; ", one.requirements()),
                one.location() == null ? "" : file(one.location())));
        return table;
    }

    private static TextTable conflicts(List<VersionConflict> conflicts) {
        TextTable table = new TextTable("severity", "dependency", "found", "range", "take", "asked for by");
        conflicts.forEach(one -> table.row(
                lower(one.severity()),
                one.dependency(),
                String.join("; ", one.found()),
                shown(one.required()),
                shown(one.target()),
                one.requiredBy()));
        return table;
    }

    private static TextTable findings(List<Finding> findings) {
        TextTable table = new TextTable("code", "severity", "subject", "message", "do");
        findings.forEach(one ->
                table.row(one.code(), lower(one.severity()), file(one.subject()), one.message(), shown(one.cure())));
        return table;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Enum<?> constant) {
        return lower(constant).replace('_', ' ');
    }

    /** The last part of a path: the whole one makes a table too wide, and stands in the record. */
    private static String file(String location) {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    }
}
