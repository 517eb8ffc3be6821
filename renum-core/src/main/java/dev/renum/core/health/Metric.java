package dev.renum.core.health;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What a figure means; a component declares each once as a constant.
 *
 * @param name lower-case words separated by {@code .}, such as {@code cache.gets}; Micrometer's own name where it has one
 * @param unit the unit of the values, such as {@code bytes}, {@code seconds} or {@code connections}; {@code ""} for a plain
 *     number or a ratio between 0 and 1
 * @param description one sentence for the person who reads the figure
 */
public record Metric(String name, String unit, String description) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");

    /** Checks the name. */
    public Metric {
        requireNonNull(unit, "unit");
        requireNonNull(description, "description");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric name '" + name
                    + "' is not allowed: use lower-case words of letters, digits or '_' separated by '.'");
        }
    }
}
