package dev.renum.health.alert;

import dev.renum.core.Backoff;
import java.time.Duration;

/**
 * How an outbox takes its time.
 *
 * @param groupWait how long the first alert waits for others to go along with it
 * @param groupInterval how far messages are apart; if something is critical, as far as {@code groupWait}
 * @param attemptLimit how long one attempt may take
 * @param backoff how long to wait after a failed attempt
 * @param nextChannelAfter after how long without success the next channel is tried
 */
record Pace(
        Duration groupWait, Duration groupInterval, Duration attemptLimit, Backoff backoff, Duration nextChannelAfter) {
    static final Pace DEFAULT = new Pace(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)),
            Duration.ofMinutes(5));

    Pace nextChannelAfter(Duration duration) {
        return new Pace(groupWait, groupInterval, attemptLimit, backoff, duration);
    }

    Pace attemptLimit(Duration duration) {
        return new Pace(groupWait, groupInterval, duration, backoff, nextChannelAfter);
    }
}
