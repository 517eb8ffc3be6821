package dev.renum.benchmarks;

import io.smallrye.config.ConfigMapping;

/** {@link PoolSettings} as SmallRye Config maps it; public because SmallRye generates its implementation. */
@ConfigMapping(prefix = "pool")
public interface PoolMapping {
    /** {@code pool.maximum-size}. */
    int maximumSize();

    /** {@code pool.connection-timeout}, which SmallRye reads as text: it knows {@code PT30S} only. */
    String connectionTimeout();

    /** {@code pool.validation-query}. */
    String validationQuery();

    /** {@code pool.read-only}. */
    boolean readOnly();
}
