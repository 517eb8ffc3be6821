package dev.renum.config.rule;

import java.math.BigInteger;

/**
 * How many connections to one database all instances may open, and how many it accepts.
 *
 * @param pool those that the pool of an instance keeps
 * @param overflow those that it may open besides
 * @param instances how many instances there may be
 * @param accepted those that the database accepts
 */
record Connections(long pool, long overflow, long instances, long accepted) {
    /** Exact: figures of a configuration are as large as somebody mistypes them. */
    BigInteger opened() {
        return BigInteger.valueOf(pool).add(BigInteger.valueOf(overflow)).multiply(BigInteger.valueOf(instances));
    }

    boolean areTooMany() {
        return opened().compareTo(BigInteger.valueOf(accepted)) > 0;
    }
}
