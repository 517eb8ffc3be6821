package dev.renum.benchmarks.guard;

import org.jspecify.annotations.Nullable;

/**
 * What became of a rule.
 *
 * @param rule the rule
 * @param outcome how it did
 * @param measured the figure, or {@code null} if it is missing
 */
record Verdict(Rule rule, Outcome outcome, @Nullable Estimate measured) {
    /** How a rule did. */
    enum Outcome {
        /** The whole interval is within the limit. */
        KEPT,
        /** The limit lies in the interval: noise hides on which side the figure is. */
        UNDECIDED,
        /** The whole interval is above the limit. */
        BROKEN,
        /** A benchmark that the rule names has given no measurement. */
        MISSING;

        /** Whether a run with this outcome may pass. */
        boolean passes() {
            return this == KEPT || this == UNDECIDED;
        }
    }
}
