package dev.renum.health.metric;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * The figures of the machine, the container and the JVM, as of the last sampling. Which ones there are, and on which platform, is listed in
 * {@code docs/guides/health.md}. Immutable.
 *
 * @param at when they were sampled
 * @param figures those that apply here, in alphabetical order; unmodifiable. What cannot be found out is {@link Double#NaN}
 */
public record SystemMetrics(Instant at, List<Figure> figures) {
    /** Copies {@code figures}. */
    public SystemMetrics {
        requireNonNull(at, "at");
        figures = List.copyOf(figures);
    }

    /** The value of {@code name}, the greatest of several; {@link Double#NaN} if none is known. */
    public double value(String name) {
        return figures.stream()
                .filter(figure -> figure.metric().name().equals(name) && figure.isKnown())
                .mapToDouble(Figure::value)
                .max()
                .orElse(Double.NaN);
    }

    /** One line per figure: name, tags, value, unit. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        figures.forEach(figure -> text.append(figure.metric().name())
                .append(figure.tags().isEmpty() ? "" : figure.tags().toString())
                .append(' ')
                .append(figure.value())
                .append(' ')
                .append(figure.metric().unit())
                .append('\n'));
        return text.toString();
    }
}
