package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A problem that the host accepts for the time being.
 *
 * @param problem what a rule found, as it would count without the waiver
 * @param reason why it is accepted
 * @param expires the last day on which it is
 */
public record Waived(Problem problem, String reason, LocalDate expires) {
    /** Checks that nothing is missing. */
    public Waived {
        requireNonNull(problem, "problem");
        requireNonNull(reason, "reason");
        requireNonNull(expires, "expires");
    }
}
