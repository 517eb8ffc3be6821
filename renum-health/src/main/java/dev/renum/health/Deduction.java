package dev.renum.health;

import static java.util.Objects.requireNonNull;

/**
 * Points taken off a {@link HealthScore}.
 *
 * @param points how many, at least 1
 * @param cause what they were taken off for, such as {@code check database is DOWN}
 * @param evidence the figures that show it, such as {@code p95 812 ms, objective 200 ms}
 */
public record Deduction(int points, String cause, String evidence) {
    /** Checks what must be there. */
    public Deduction {
        requireNonNull(cause, "cause");
        requireNonNull(evidence, "evidence");
        if (points < 1) {
            throw new IllegalArgumentException("a deduction of " + points + " points is not allowed: use 1 or more");
        }
    }
}
