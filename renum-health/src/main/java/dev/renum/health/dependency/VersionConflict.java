package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions that do not go together.
 *
 * @param kind why they do not
 * @param dependency the dependency, or the name of the family
 * @param found what is there: a version, or members with their versions; unmodifiable
 * @param required the range that is asked for, or {@code null} if only equality is
 * @param requiredBy who asks for it
 * @param target the version to take: the lowest that fits, or the highest that is there; {@code null} if none is known
 * @param severity how much it matters
 */
public record VersionConflict(
        Kind kind,
        String dependency,
        List<String> found,
        @Nullable String required,
        String requiredBy,
        @Nullable String target,
        Severity severity) {
    /** Why versions do not go together. */
    public enum Kind {
        /** One is outside of the range that is asked for. */
        OUT_OF_RANGE,
        /** Members of a family, which is released and tested as one, differ. */
        FAMILY,
        /** The same library is there in several versions. */
        DUPLICATE
    }

    /** Copies {@code found}. */
    public VersionConflict {
        requireNonNull(kind, "kind");
        requireNonNull(dependency, "dependency");
        requireNonNull(requiredBy, "requiredBy");
        requireNonNull(severity, "severity");
        found = List.copyOf(found);
    }
}
