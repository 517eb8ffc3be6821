package dev.renum.config.report;

import dev.renum.core.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a report for a person at a console: what, where, what was meant, what to do. No colours, and no more than anybody reads. */
final class ReportText {
    private static final String INDENT = "\n     ";
    private static final int MAX_SHOWN = 100;
    private static final String NO_LINE = " ".repeat(6);

    private ReportText() {}

    static String of(ConfigReport report) {
        StringBuilder text = new StringBuilder(headline(report));
        List<Problem> shown = report.problems().stream().limit(MAX_SHOWN).toList();
        int number = 0;
        for (Problem problem : shown) {
            text.append("\n\n").append(block(++number, problem));
        }
        int hidden = report.problems().size() - shown.size();
        text.append(hidden == 0 ? "" : "\n\nAnd " + plural(hidden, "problem") + " more; as JSON the report lists all.");
        return text.append(waived(report.waived()))
                .append(files(shown))
                .append('\n')
                .toString();
    }

    private static String waived(List<Waived> waived) {
        StringBuilder text = new StringBuilder(waived.isEmpty() ? "" : "\n\nWaived:");
        for (Waived it : waived.subList(0, Math.min(MAX_SHOWN, waived.size()))) {
            Finding finding = it.problem().finding();
            String line = finding.code() + " " + finding.subject() + " " + finding.message() + "; until " + it.expires()
                    + ": " + it.reason();
            text.append("\n  ").append(Lines.printable(line));
        }
        int hidden = waived.size() - MAX_SHOWN;
        return text.append(hidden > 0 ? "\n  and " + hidden + " more" : "").toString();
    }

    private static String headline(ConfigReport report) {
        String where = report.environment() == null
                ? ""
                : " for environment " + report.environment().name();
        String verdict = report.hasErrors() ? "cannot be used" : "can be used";
        return "The configuration of " + report.application() + where + " " + verdict + ": " + count(report) + ".";
    }

    private static String count(ConfigReport report) {
        String text = plural(report.errors(), "error");
        int notes = report.problems().size() - report.errors() - report.warnings();
        return text + more(report.warnings(), "warning") + more(notes, "note");
    }

    private static String more(int count, String noun) {
        return count == 0 ? "" : ", " + plural(count, noun);
    }

    private static String plural(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    private static String block(int number, Problem problem) {
        Finding finding = problem.finding();
        String subject = problem.key().isEmpty() ? problem.origin().source() : problem.key();
        String sort = finding.severity().name().toLowerCase(Locale.ROOT);
        String head = String.format(
                Locale.ROOT, "%3d. %s %s  %s %s", number, sort, finding.code(), subject, finding.message());
        StringBuilder text = new StringBuilder(Lines.printable(head));
        line(text, "at", problem.origin() + " (" + problem.origin().kind() + ")");
        excerpt(text, problem);
        line(text, "meant", problem.suggestions().isEmpty() ? null : String.join(" or ", problem.suggestions()) + "?");
        line(text, "do", finding.cure());
        line(text, "hides", problem.shadowed().isEmpty() ? null : joined(problem.shadowed()));
        line(text, "rule", problem.rule());
        return text.toString().stripTrailing();
    }

    /** The key and the value in the notation of the source, and carets below what is wrong. */
    private static void excerpt(StringBuilder text, Problem problem) {
        Excerpt excerpt = problem.excerpt();
        if (excerpt == null) {
            return;
        }
        int line = problem.origin().line();
        String margin = line == 0 ? NO_LINE : String.format(Locale.ROOT, "%6d", line);
        String marks = " ".repeat(excerpt.start()) + "^".repeat(Math.max(1, excerpt.length()));
        text.append('\n').append(INDENT).append(margin).append(" | ").append(Lines.printable(excerpt.text()));
        text.append(INDENT).append(NO_LINE).append(" | ").append(marks).append('\n');
    }

    private static String joined(List<Origin> origins) {
        return origins.stream().map(Origin::toString).collect(Collectors.joining(", "));
    }

    /** Which files are meant: there may be several of one name. */
    private static String files(List<Problem> problems) {
        Set<String> lines = new LinkedHashSet<>();
        for (Problem problem : problems) {
            Origin origin = problem.origin();
            if (origin.location() != null && !origin.location().equals(origin.source())) {
                lines.add("\n  " + Lines.printable(origin.source() + " is " + origin.location()));
            }
        }
        return lines.isEmpty() ? "" : "\n\nFiles:" + String.join("", lines);
    }

    /** A line of its own, unless there is nothing to say. */
    private static void line(StringBuilder text, String label, @Nullable Object content) {
        if (content != null) {
            text.append(INDENT)
                    .append(String.format(Locale.ROOT, "%-6s ", label))
                    .append(Lines.printable(content.toString()));
        }
    }
}
