package dev.renum.config.report;

import dev.renum.config.report.OptimizationReport.Line;
import java.util.List;

/** Prints a report of optimizations. */
final class OptimizationTable {
    private static final List<String> HEADER = List.of("key", "module", "value", "plain default", "status", "because");

    private OptimizationTable() {}

    static String of(OptimizationReport report) {
        String title = title(report) + "\n";
        if (report.lines().isEmpty()) {
            return title;
        }
        TextTable table = new TextTable(HEADER);
        report.lines().forEach(line -> table.row(cells(line)));
        return title + "\n" + table;
    }

    private static String title(OptimizationReport report) {
        String name = report.environment().name();
        if (!report.isEnabled()) {
            return "Defaults do not depend on the environment " + name + ": " + OptimizationReport.SWITCH + " is false."
                    + (report.lines().isEmpty() ? "" : " Until a restart these still do:");
        }
        return report.lines().isEmpty()
                ? "No default depends on the environment " + name + "."
                : "Defaults that depend on the environment " + name + ":";
    }

    private static List<String> cells(Line line) {
        String by = line.overriddenBy() == null ? "" : " by " + line.overriddenBy();
        return List.of(
                line.key(), line.module(), line.value(), line.plainDefault(), line.status() + by, line.because());
    }
}
