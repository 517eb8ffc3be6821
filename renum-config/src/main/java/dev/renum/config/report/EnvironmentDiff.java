package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two environments, as far as files say. Its {@code toString} is a table.
 *
 * @param left one environment
 * @param right the other
 * @param lines one for each setting whose values differ, by key
 */
public record EnvironmentDiff(Environment left, Environment right, List<Line> lines) {
    /** Copies the lines. */
    public EnvironmentDiff {
        requireNonNull(left, "left");
        requireNonNull(right, "right");
        lines = List.copyOf(lines);
    }

    /**
     * A setting whose values differ. Two secrets that differ are both {@code ****}.
     *
     * @param key the setting
     * @param left its value in quotes as it may be shown, or {@code null} if there is none
     * @param right the same in the other environment
     */
    public record Line(
            String key, @Nullable String left, @Nullable String right) {}

    /** The differences as a table, without secrets. */
    @Override
    public String toString() {
        if (lines.isEmpty()) {
            return "Nothing differs between " + left.name() + " and " + right.name() + ".\n";
        }
        TextTable table = new TextTable(List.of("key", left.name(), right.name()));
        lines.forEach(line -> table.row(List.of(line.key(), cell(line.left()), cell(line.right()))));
        return table.toString();
    }

    private static String cell(@Nullable String value) {
        return value == null ? "not set" : value;
    }
}
