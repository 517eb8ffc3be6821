package dev.renum.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long single calls took, in microseconds, of benchmarks that sample their time in nanoseconds.
 *
 * @param title what they do
 * @param names the benchmarks
 */
record PercentileTable(String title, Pattern names) implements Table {
    private static final List<String> PERCENTILES = List.of("50.0", "99.0", "99.9", "100.0");
    private static final double NANOS_PER_MICRO = 1e3;

    @Override
    public List<String> lines(List<Score> scores) {
        List<String> rows = rows(scores).map(PercentileTable::row).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Table.row(title, "p50, us", "p99, us", "p99.9, us", "max, us"));
        lines.add(Table.row("---", "---", "---", "---", "---"));
        lines.addAll(rows);
        lines.add("");
        return lines;
    }

    private static String row(Score score) {
        Stream<String> times = PERCENTILES.stream()
                .map(percentile ->
                        Table.number(score.percentiles().getOrDefault(percentile, Double.NaN) / NANOS_PER_MICRO));
        return Table.row(
                Stream.concat(Stream.of("`" + score.method() + "`"), times).toArray(String[]::new));
    }
}
