package dev.renum.verification.style;

import java.util.List;
import java.util.Locale;

/**
 * One line of the yardstick: what was measured and what is to be reached.
 *
 * @param name what is measured
 * @param value the measured value
 * @param bound which side of {@code limit} is good
 * @param limit what is to be reached
 * @param witnesses where to look if it is not; may be empty
 */
public record Figure(String name, double value, Bound bound, double limit, List<String> witnesses) {
    /** Copies the witnesses. */
    public Figure {
        witnesses = List.copyOf(witnesses);
    }

    static Figure atMost(String name, double value, double limit, List<String> witnesses) {
        return new Figure(name, value, Bound.AT_MOST, limit, witnesses);
    }

    static Figure atMost(String name, double value, double limit) {
        return atMost(name, value, limit, List.of());
    }

    static Figure none(String name, List<String> witnesses) {
        return atMost(name, witnesses.size(), 0, witnesses);
    }

    static Figure atLeast(String name, Share share, double limit) {
        return new Figure(name, share.percent(), Bound.AT_LEAST, limit, share.others());
    }

    /** Whether the value is on the good side of the limit. */
    public boolean isReached() {
        return switch (bound) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
        };
    }

    /** One row of a table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%-38s %8.1f %2s %6.1f %s", name, value, bound.sign, limit, isReached() ? "" : witnesses);
    }

    /** Which side of the limit is good. */
    public enum Bound {
        /** Not more than the limit. */
        AT_MOST("<="),
        /** Not less than the limit. */
        AT_LEAST(">=");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }
}
