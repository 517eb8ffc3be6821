package dev.renum.benchmarks.table;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Figures other than times, which benchmarks count themselves.
 *
 * @param title what they do
 * @param names the benchmarks
 * @param figures the names of the figures; rows are in the order of the first
 */
record FigureTable(String title, Pattern names, List<String> figures) implements Table {
    @Override
    public List<String> lines(List<Score> scores) {
        List<String> rows = scores.stream()
                .filter(this::has)
                .sorted(comparingDouble(score -> figure(score, figures.get(0))))
                .map(this::row)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(row(title, figures.stream()));
        lines.add(row("---", figures.stream().map(figure -> "---")));
        lines.addAll(rows);
        lines.add("");
        return lines;
    }

    private String row(Score score) {
        return row("`" + score.method() + "`", figures.stream().map(figure -> Table.number(figure(score, figure))));
    }

    private static String row(String first, Stream<String> others) {
        return Table.row(Stream.concat(Stream.of(first), others).toArray(String[]::new));
    }

    private static double figure(Score score, String name) {
        return score.secondary().getOrDefault(name, Double.NaN);
    }
}
