package dev.renum.health.dependency;

import dev.renum.health.dependency.DependencyInfo.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody requires.
 *
 * @param kind what
 * @param name its coordinates, the name of its check, or {@code java}
 * @param range the versions that fit
 * @param optional whether it may be absent
 * @param requiredBy who requires it
 * @param reason what for, or {@code null} if nothing was said
 */
record Requirement(
        Kind kind,
        String name,
        VersionRange range,
        boolean optional,
        String requiredBy,
        @Nullable String reason) {
    static final String APPLICATION = "the application";

    private static final Pattern COORDINATES = Pattern.compile("[A-Za-z0-9_.-]{1,200}:[A-Za-z0-9_.-]{1,200}");
    private static final Pattern CHECK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Checks the name. */
    Requirement {
        if (kind == Kind.LIBRARY && !COORDINATES.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "library '" + name + "' is not allowed: use group:name, such as org.postgresql:postgresql");
        }
        if (kind == Kind.SERVICE && !CHECK.matcher(name).matches()) {
            throw new IllegalArgumentException("service '" + name + "' is not allowed: use the name of its check");
        }
    }

    String group() {
        return name.substring(0, name.indexOf(':'));
    }

    String artifact() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Versions and who asks for them. */
    String text() {
        return range + " by " + requiredBy;
    }

    /** What for, as an addition to a sentence. */
    String purpose() {
        return reason == null ? "" : " (" + reason + ")";
    }
}
