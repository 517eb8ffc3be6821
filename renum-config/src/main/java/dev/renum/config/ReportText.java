package dev.renum.config;

import dev.renum.core.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
        long errors = report.problems().stream().filter(ConfigReport::isError).count();
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
        StringBuilder text = new StringBuilder()
                .append(String.format(
                        Locale.ROOT, " %2d. %s  %s %s", number, finding.code(), subject, finding.message()));
        line(text, "at", problem.origin() + " (" + problem.origin().kind() + ")");
        if (!problem.suggestions().isEmpty()) {
            line(text, "meant", or(problem.suggestions()) + "?");
        }
        if (!problem.shadowed().isEmpty()) {
            line(
                    text,
                    "hides",
                    problem.shadowed().stream().map(Origin::toString).collect(Collectors.joining(", ")));
        }
        if (problem.rule() != null) {
            line(text, "rule", problem.rule().toString());
        }
        if (finding.cure() != null) {
            line(text, "do", finding.cure());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String content) {
        text.append(String.format(Locale.ROOT, "\n       %-6s %s", label, content));
    }

    private static String or(List<String> suggestions) {
        return String.join(" or ", suggestions);
    }
}
