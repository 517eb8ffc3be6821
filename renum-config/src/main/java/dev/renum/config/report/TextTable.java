package dev.renum.config.report;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns, for a console. Not safe for use by several threads. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    /** A table with one column for each name in {@code header}. */
    TextTable(List<String> header) {
        this.widths = new int[header.size()];
        row(header);
    }

    /** Adds a row, whose cells have one line each. */
    void row(List<String> cells) {
        List<String> row = cells.stream().map(Lines::printable).toList();
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
        rows.add(row);
    }

    /** The rows, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
