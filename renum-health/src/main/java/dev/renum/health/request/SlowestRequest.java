package dev.renum.health.request;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The slowest request of a route in the last minutes.
 *
 * @param duration how long it took
 * @param status the HTTP status it was answered with
 * @param endedAt when it ended, to the accuracy of the sampling
 * @param traceId its trace, or {@code null} if the host named none
 */
public record SlowestRequest(
        Duration duration,
        int status,
        Instant endedAt,
        @Nullable String traceId) {
    /** Checks what must be there. */
    public SlowestRequest {
        requireNonNull(duration, "duration");
        requireNonNull(endedAt, "endedAt");
    }
}
