package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the application stands on, as it was found.
 *
 * @param kind what it is
 * @param name coordinates such as {@code org.postgresql:postgresql}, the name of the check of a service, or {@code java}
 * @param version the version found, or {@code null} if none was
 * @param confidence how sure the version is
 * @param evidence what tells it, such as {@code pom.properties, manifest}; empty if it is not there
 * @param location the jar in which it is, or {@code null} if it is in none
 * @param requirements the ranges asked for, each with who asks, such as {@code [42.7,43) by the application}; unmodifiable
 * @param state whether it is there, and fits
 */
public record DependencyInfo(
        Kind kind,
        String name,
        @Nullable String version,
        Confidence confidence,
        String evidence,
        @Nullable String location,
        List<String> requirements,
        State state) {
    /** What a dependency is. */
    public enum Kind {
        /** The Java of this JVM. */
        JAVA,
        /** A jar, or a part of one. */
        LIBRARY,
        /** Something in the network that a check watches. */
        SERVICE
    }

    /** How sure a version is. */
    public enum Confidence {
        /** Maven wrote it into the jar, or two sources agree, or the service says it. */
        CERTAIN,
        /** Only the manifest says it, or it is a part of another jar, perhaps under other names. */
        LIKELY,
        /** Only the name of the file says it, or nothing contradicts it. */
        GUESSED,
        /** There is no version. */
        NONE
    }

    /** Whether a dependency is there, and fits. */
    public enum State {
        /** It is there, and whatever is required of it holds. */
        PRESENT,
        /** It is there, and nobody knows whether what is required of it holds. */
        UNKNOWN,
        /** It is there in a version that does not fit. */
        OUT_OF_RANGE,
        /** It is a service that does not answer. */
        UNREACHABLE,
        /** It is not there. */
        MISSING
    }

    /** Copies {@code requirements}. */
    public DependencyInfo {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(confidence, "confidence");
        requireNonNull(evidence, "evidence");
        requireNonNull(state, "state");
        requirements = List.copyOf(requirements);
    }
}
