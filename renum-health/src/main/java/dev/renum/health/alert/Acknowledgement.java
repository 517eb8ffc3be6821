package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That somebody has taken an alert up.
 *
 * @param who the person
 * @param at when
 */
public record Acknowledgement(String who, Instant at) {
    /** Checks what must be there. */
    public Acknowledgement {
        requireNonNull(who, "who");
        requireNonNull(at, "at");
    }
}
