package dev.renum.health.notify;

import java.time.Duration;

/** How long an attempt may take. */
final class Timeouts {
    static final Duration DEFAULT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Timeouts() {}

    static void check(String key, Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    key + " " + timeout + " is not allowed: use " + SHORTEST + " to " + LONGEST);
        }
    }
}
