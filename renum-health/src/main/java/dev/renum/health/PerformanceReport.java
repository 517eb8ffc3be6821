package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Finding;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

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
        return issues.stream().map(PerformanceReport::text).collect(Collectors.joining());
    }

    private static String text(PerformanceIssue issue) {
        Finding finding = issue.finding();
        StringBuilder text = new StringBuilder();
        text.append(finding.severity()).append(' ').append(finding.code()).append(' ');
        text.append(finding.subject()).append(' ').append(finding.message()).append('\n');
        issue.evidence().forEach((name, value) -> text.append("  " + name + " " + value + "\n"));
        return text.append("  do: ").append(finding.cure()).append('\n').toString();
    }
}
