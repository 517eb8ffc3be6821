package dev.renum.health;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What slows the system down at a moment.
 *
 * @param at when it was looked
 * @param issues what was found, gravest first; unmodifiable
 */
public record PerformanceReport(Instant at, List<PerformanceIssue> issues) {
    /** Copies {@code issues}. */
    public PerformanceReport {
        requireNonNull(at, "at");
        issues = List.copyOf(issues);
    }

    /** The issues as lines of text, each with its figures and what to do. */
    @Override
    public String toString() {
        if (issues.isEmpty()) {
            return "No performance issues.\n";
        }
        StringBuilder text = new StringBuilder();
        for (PerformanceIssue issue : issues) {
            text.append(issue.finding().severity()).append(' ');
            text.append(issue.finding().code()).append(' ');
            text.append(issue.finding().subject()).append(' ');
            text.append(issue.finding().message()).append('\n');
            issue.evidence()
                    .forEach((name, value) -> text.append("  ")
                            .append(name)
                            .append(' ')
                            .append(value)
                            .append('\n'));
            text.append("  do: ").append(issue.finding().cure()).append('\n');
        }
        return text.toString();
    }
}
