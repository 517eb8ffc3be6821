package dev.renum.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The time and the bytes of a call, and how many times that of one of them it is, with the widest range that both errors allow.
 *
 * @param title what they do
 * @param names the benchmarks
 * @param baseline what each is divided by; without it there is no table
 */
record RatioTable(String title, Pattern names, String baseline) implements Table {
    @Override
    public List<String> lines(List<Score> scores) {
        List<String> lines = new ArrayList<>();
        for (Score divisor : scores) {
            if (divisor.name().equals(baseline)) {
                lines.add(Table.row(title, divisor.timeUnit(), "B per call", "× `" + divisor.method() + "`", "range"));
                lines.add(Table.row("---", "---", "---", "---", "---"));
                rows(scores).forEach(score -> lines.add(row(score, divisor)));
                lines.add("");
            }
        }
        return lines;
    }

    private static String row(Score score, Score divisor) {
        return Table.row(
                "`" + score.method() + "`",
                Table.number(score.time()) + " ± " + Table.number(score.error()),
                String.format(Locale.ROOT, "%,.0f", score.bytes()),
                Table.number(score.time() / divisor.time()),
                range(score, divisor));
    }

    private static String range(Score score, Score divisor) {
        double low = Math.max(0, score.time() - score.error()) / (divisor.time() + divisor.error());
        double high = (score.time() + score.error()) / Math.max(0, divisor.time() - divisor.error());
        return Table.number(low) + " to " + Table.number(high);
    }
}
