package dev.renum.health.alert;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Values beyond which something is wrong, and up to which it must come back before all is well.
 *
 * @param above whether too much is wrong; otherwise too little
 * @param limit beyond it the condition begins to hold
 * @param clear beyond it the condition goes on to hold
 */
record Bound(boolean above, double limit, double clear) {
    Bound {
        if (Double.isNaN(limit) || Double.isNaN(clear)) {
            throw new IllegalArgumentException("limit NaN of an alert rule is not allowed: use a number");
        }
        if (above ? clear > limit : clear < limit) {
            throw new IllegalArgumentException("an alert rule " + (above ? "above " : "below ") + limit
                    + " cannot clear " + (above ? "below " : "above ") + clear + ": use a value at or "
                    + (above ? "below" : "above") + " the limit");
        }
    }

    static Bound above(double limit) {
        return new Bound(true, limit, limit);
    }

    static Bound below(double limit) {
        return new Bound(false, limit, limit);
    }

    Bound clear(double clear) {
        return new Bound(above, limit, clear);
    }

    boolean isBeyond(double value, boolean active) {
        double edge = active ? clear : limit;
        return above ? value > edge : value < edge;
    }

    boolean isWorse(double value, double than) {
        return above ? value > than : value < than;
    }

    String describe(String what, double value) {
        String relation = isBeyond(value, false) ? (above ? "above" : "below") : "not " + (above ? "above" : "below");
        return what + " is " + plain(value) + ", " + relation + " " + plain(limit);
    }

    /** Four digits are enough for people. */
    private static String plain(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
