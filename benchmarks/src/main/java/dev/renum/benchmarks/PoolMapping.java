package dev.renum.benchmarks;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** {@link PoolSettings} as SmallRye Config maps it; public because SmallRye generates its implementation. */
@ConfigMapping(prefix = "pool")
public interface PoolMapping {
    /** {@code pool.maximum-size}. */
    int maximumSize();

    /** {@code pool.connection-timeout}. */
    Duration connectionTimeout();

    /** {@code pool.validation-query}. */
    String validationQuery();

    /** {@code pool.read-only}. */
    boolean readOnly();
}
