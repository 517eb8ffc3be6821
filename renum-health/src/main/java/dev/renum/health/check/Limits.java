package dev.renum.health.check;

import java.time.Duration;

/** What the checks of the network have in common: the range of their time limits, and how time is told. */
final class Limits {
    static final int MAX_PORT = 65_535;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Limits() {}

    static Duration valid(Duration limit) {
        if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("limit " + limit + " is not allowed: use 1 ms to 5 min");
        }
        return limit;
    }

    /** In whole seconds from ten seconds on. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 || millis > 10_000 ? millis / 1_000 + " s" : millis + " ms";
    }
}
