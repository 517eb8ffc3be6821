package dev.renum.benchmarks;

import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Settings;
import java.time.Duration;

/**
 * A section of ordinary size, read from {@code application.properties}.
 *
 * @param maximumSize {@code pool.maximum-size}, the component that is read
 * @param connectionTimeout {@code pool.connection-timeout}
 * @param validationQuery {@code pool.validation-query}
 * @param readOnly {@code pool.read-only}
 */
@Settings(prefix = "pool")
record PoolSettings(
        @Doc("How many connections there are.") int maximumSize,
        @Doc("How long a caller waits for a connection.") Duration connectionTimeout,
        @Doc("What tests a connection.") String validationQuery,
        @Doc("Whether connections refuse to write.") boolean readOnly) {}
