package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

import dev.renum.health.HealthSnapshot;
import java.time.Instant;

/**
 * The state of the system beside what it stands on: one page for whoever is called at night. Immutable.
 *
 * @param timestamp when it was made
 * @param health the state of the system
 * @param validation what is there and what is missing
 * @param compatibility what fits and what does not
 */
public record HealthReport(
        Instant timestamp, HealthSnapshot health, ValidationReport validation, CompatibilityReport compatibility) {
    /** Checks that all is there. */
    public HealthReport {
        requireNonNull(timestamp, "timestamp");
        requireNonNull(health, "health");
        requireNonNull(validation, "validation");
        requireNonNull(compatibility, "compatibility");
    }

    /** The report as aligned tables for a console, several lines long. */
    public String text() {
        return ReportText.of(this);
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
