package dev.renum.core;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person should know, and how to cure it.
 *
 * @param code the stable code under which it is documented, such as {@code RNM-CFG-012}
 * @param severity how much it matters
 * @param subject what it is about: a setting, a dependency, a check
 * @param message what was found, the value, and what is allowed; contains no secret
 * @param cure what to do, or {@code null} where nothing can be done
 */
public record Finding(
        String code,
        Severity severity,
        String subject,
        String message,
        @Nullable String cure) {
    /** Checks that only {@code cure} is absent. */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(severity, "severity");
        requireNonNull(subject, "subject");
        requireNonNull(message, "message");
    }

    /** A finding with the severity of its code. */
    public static Finding of(FindingCode code, String subject, String message, @Nullable String cure) {
        return new Finding(code.id(), code.severity(), subject, message, cure);
    }

    /** The same finding with another severity, for rules that are stricter in production than on a developer's machine. */
    public Finding withSeverity(Severity severity) {
        return new Finding(code, severity, subject, message, cure);
    }
}
