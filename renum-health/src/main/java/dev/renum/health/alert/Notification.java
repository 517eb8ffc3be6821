package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Severity;
import java.time.Instant;
import java.util.List;

/**
 * What is to be delivered, on one route. Immutable.
 *
 * @param id the same for every attempt to deliver it, by whatever channel, so that a receiver can tell a repetition
 * @param kind what it tells
 * @param severity the gravest of its alerts
 * @param source who tells it: the application, and the instance if there are several
 * @param title one line; contains no secret
 * @param alerts what it is about, gravest first; one to 100
 * @param at when it was made
 */
public record Notification(
        String id, Kind kind, Severity severity, String source, String title, List<Alert> alerts, Instant at) {
    /** What a notification tells. */
    public enum Kind {
        /** Alerts have begun to fire. */
        FIRING,
        /** Alerts that were delivered as firing have been resolved. */
        RESOLVED
    }

    /** Copies {@code alerts}. */
    public Notification {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(severity, "severity");
        requireNonNull(source, "source");
        requireNonNull(title, "title");
        requireNonNull(at, "at");
        alerts = List.copyOf(alerts);
    }
}
