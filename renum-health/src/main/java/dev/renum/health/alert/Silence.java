package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Alerts that nobody is told of for a while; they are shown all the same.
 *
 * @param id names it
 * @param matcher which alerts
 * @param until when it ends, for display
 * @param who who wants it
 * @param why the reason
 */
public record Silence(String id, AlertMatcher matcher, Instant until, String who, String why) {
    /** Checks what must be there. */
    public Silence {
        requireNonNull(id, "id");
        requireNonNull(matcher, "matcher");
        requireNonNull(until, "until");
        requireNonNull(who, "who");
        requireNonNull(why, "why");
    }
}
