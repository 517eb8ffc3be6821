package dev.renum.health.library;

import static java.util.Objects.requireNonNull;

/**
 * Something that could not be looked at.
 *
 * @param kind what is wrong with it
 * @param location which archive, or which entry of it
 * @param message what happened; may quote the archive
 */
public record Trouble(Kind kind, String location, String message) {
    /** What is wrong. */
    public enum Kind {
        /** It is damaged, not what its name says, or may not be read. */
        UNREADABLE,
        /** It is larger than what is looked at. */
        TOO_LARGE,
        /** The class path names it, and it does not exist. */
        ABSENT
    }

    /** Checks that all is there. */
    public Trouble {
        requireNonNull(kind, "kind");
        requireNonNull(location, "location");
        requireNonNull(message, "message");
    }
}
