package dev.renum.benchmarks.table;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One table in Markdown: benchmarks that do the same. */
sealed interface Table permits RatioTable, PercentileTable, FigureTable {
    /** The benchmarks, by class, method and parameters. */
    Pattern names();

    /** The table and an empty line; nothing if there is nothing to show. */
    List<String> lines(List<Score> scores);

    /** Whether {@code score} stands in this table. */
    default boolean has(Score score) {
        return names().matcher(score.name()).matches();
    }

    /** What stands in this table, fastest first. */
    default Stream<Score> rows(List<Score> scores) {
        return scores.stream().filter(this::has).sorted(comparingDouble(Score::time));
    }

    /** A line. */
    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** About three digits that mean something. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
