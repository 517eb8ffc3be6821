package dev.renum.health.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays rows out in columns, for a console. Not safe for use by several threads. */
final class TextTable {
    /** Names of files could otherwise write lines of their own, or colour them. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    /** A table with one column for each name. */
    TextTable(String... header) {
        this.widths = new int[header.length];
        row(header);
    }

    /** Adds a row. */
    TextTable row(String... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            row.add(UNPRINTABLE.matcher(cells[i]).replaceAll("?"));
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
        rows.add(row);
        return this;
    }

    /** The rows, one a line; nothing if there is only the header. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (rows.size() > 1) {
            rows.forEach(row -> text.append(line(row)).append('\n'));
        }
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
