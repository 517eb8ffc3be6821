package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

import dev.renum.health.dependency.DependencyInfo.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every version that something asks for, beside the one that is there. Immutable.
 *
 * @param timestamp when it was made
 * @param status {@code VALID} if everything fits; {@code WARNINGS} if something is not known or only optional things do not fit
 * @param comparisons one line for each requirement; unmodifiable
 * @param conflicts versions that do not go together, those of families and duplicates included; unmodifiable
 */
public record CompatibilityReport(
        Instant timestamp, ValidationStatus status, List<Comparison> comparisons, List<VersionConflict> conflicts) {
    /**
     * A requirement and what is there.
     *
     * @param kind what is required
     * @param name its name
     * @param found the version that is there, or {@code null} if none is known
     * @param range the versions that fit
     * @param requiredBy who asks
     * @param optional whether it may be absent
     * @param verdict how they compare
     */
    public record Comparison(
            Kind kind,
            String name,
            @Nullable String found,
            String range,
            String requiredBy,
            boolean optional,
            Verdict verdict) {
        /** Checks what must be there. */
        public Comparison {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(range, "range");
            requireNonNull(requiredBy, "requiredBy");
            requireNonNull(verdict, "verdict");
        }
    }

    /** How a version compares with a range. */
    public enum Verdict {
        /** It is within. */
        FITS,
        /** It is outside. */
        DOES_NOT_FIT,
        /** Nobody knows the version, or the service does not answer. */
        UNKNOWN,
        /** It is not there. */
        ABSENT
    }

    /** Copies the lists. */
    public CompatibilityReport {
        requireNonNull(timestamp, "timestamp");
        requireNonNull(status, "status");
        comparisons = List.copyOf(comparisons);
        conflicts = List.copyOf(conflicts);
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
