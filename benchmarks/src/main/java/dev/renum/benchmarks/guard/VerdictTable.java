package dev.renum.benchmarks.guard;

import java.util.List;
import java.util.Locale;

/** Verdicts as lines to read. */
final class VerdictTable {
    private VerdictTable() {}

    /** A line per verdict below a heading, and one for where the limit of each comes from that is not kept. */
    static String of(List<Verdict> verdicts) {
        StringBuilder table = new StringBuilder();
        table.append(row("outcome", "measured", "99.9 % interval", "limit", "rule"));
        for (Verdict verdict : verdicts) {
            table.append(row(verdict));
            if (verdict.outcome() != Verdict.Outcome.KEPT) {
                table.append(explanation(verdict.rule()));
            }
        }
        return table.toString();
    }

    private static String row(Verdict verdict) {
        Rule rule = verdict.rule();
        Estimate measured = verdict.measured();
        return row(
                verdict.outcome().name(),
                measured == null ? "-" : number(measured.value()),
                measured == null ? "-" : number(measured.low()) + " .. " + number(measured.high()),
                number(rule.limit()),
                rule.name());
    }

    private static String row(String outcome, String measured, String interval, String limit, String rule) {
        return String.format(Locale.ROOT, "%-9s  %10s  %-24s  %8s  %s%n", outcome, measured, interval, limit, rule);
    }

    private static String explanation(Rule rule) {
        String benchmarks = rule.against() == null ? rule.benchmark() : rule.benchmark() + " / " + rule.against();
        return row("", "", "", "", "  " + benchmarks + "; limit: " + rule.source());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
