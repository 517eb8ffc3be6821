package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that slows the system down, or soon will.
 *
 * @param finding what it is, and what to do
 * @param evidence the figures that show it, by name; unmodifiable
 */
public record PerformanceIssue(Finding finding, Map<String, String> evidence) {
    /** Copies {@code evidence}. */
    public PerformanceIssue {
        requireNonNull(finding, "finding");
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}
