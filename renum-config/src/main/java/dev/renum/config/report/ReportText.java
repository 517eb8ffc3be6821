package dev.renum.config.report;

import dev.renum.core.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a report for a person at a console: what, where, why, what to do. */
final class ReportText {
    private ReportText() {}

    static String of(ConfigReport report) {
        StringBuilder text = new StringBuilder(headline(report));
        int number = 0;
        for (Problem problem : report.problems()) {
            text.append('\n').append('\n').append(block(++number, problem));
        }
        return text.append('\n').toString();
    }

    private static String headline(ConfigReport report) {
        String where = report.environment() == null
                ? ""
                : " for environment " + report.environment().name();
        String verdict = report.hasErrors() ? "cannot be used" : "can be used";
        return "The configuration of " + report.application() + where + " " + verdict + ": " + count(report) + ".";
    }

    private static String count(ConfigReport report) {
        long errors = report.problems().stream().filter(Problem::isError).count();
        long warnings = report.problems().size() - errors;
        String text = plural(errors, "error");
        return warnings == 0 ? text : text + ", " + plural(warnings, "warning");
    }

    private static String plural(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    private static String block(int number, Problem problem) {
        Finding finding = problem.finding();
        String subject = problem.key().isEmpty() ? problem.origin().source() : problem.key();
        String head = String.format(Locale.ROOT, " %2d. %s  %s %s", number, finding.code(), subject, finding.message());
        StringBuilder text = new StringBuilder(printable(head));
        line(text, "at", problem.origin() + " (" + problem.origin().kind() + ")");
        line(text, "meant", problem.suggestions().isEmpty() ? null : String.join(" or ", problem.suggestions()) + "?");
        line(text, "hides", problem.shadowed().isEmpty() ? null : joined(problem.shadowed()));
        line(text, "rule", problem.rule());
        line(text, "do", finding.cure());
        return text.toString();
    }

    private static String joined(List<Origin> origins) {
        return origins.stream().map(Origin::toString).collect(Collectors.joining(", "));
    }

    /** A key or a value of a file could otherwise write lines of its own, or colour them. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** A line of its own, unless there is nothing to say. */
    private static void line(StringBuilder text, String label, @Nullable Object content) {
        if (content != null) {
            text.append(String.format(Locale.ROOT, "\n       %-6s %s", label, printable(content.toString())));
        }
    }
}
