package dev.renum.benchmarks;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.time.Duration;

/** A monitor with ten required checks. */
final class TenChecks {
    static final int COUNT = 10;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private TenChecks() {}

    /** Ten that pass at once. */
    static HealthMonitor.Builder passing() {
        return passing(COUNT);
    }

    /** Nine that pass at once and one that hangs; it runs every second, so that one execution is always in flight. */
    static HealthMonitor.Builder oneHangs() {
        HealthCheck hanging = () -> {
            Hang.forTwoSeconds();
            return HealthResult.up();
        };
        return passing(COUNT - 1)
                .check(CheckSpec.of("hanging", hanging)
                        .required()
                        .interval(Duration.ofSeconds(1))
                        .timeout(Duration.ofMillis(500)));
    }

    /** Starts the monitor and waits until the checks have come to {@code status}. */
    static HealthMonitor start(HealthMonitor.Builder builder, HealthStatus status) {
        HealthMonitor monitor = builder.build();
        HealthStatus reached = monitor.refresh(LIMIT).status();
        if (reached != status) {
            throw new IllegalStateException("the checks have come to " + reached + ", not to " + status);
        }
        return monitor;
    }

    private static HealthMonitor.Builder passing(int count) {
        HealthMonitor.Builder builder =
                HealthMonitor.builder(HealthSettings.builder().build());
        for (int i = 0; i < count; i++) {
            builder.check(CheckSpec.of("check-" + i, HealthResult::up).required());
        }
        return builder;
    }
}
