package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import org.junit.jupiter.api.Test;

final class HysteresisTest {
    private static final HealthResult FAILURE = HealthResult.down("X-1", "away");
    private static final HealthResult SUCCESS = HealthResult.up();

    private final CheckSpec spec = CheckSpec.of("check", HealthResult::up);

    @Test
    void knowsNothingBeforeTheFirstResult() {
        Hysteresis hysteresis = new Hysteresis(spec);

        assertThat(hysteresis.shown().status()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(hysteresis.shown().code()).isEqualTo(HealthCode.NO_RESULT_YET.id());
    }

    @Test
    void showsTheFirstResultAtOnce() {
        Hysteresis failing = new Hysteresis(spec.failureThreshold(3));
        Hysteresis passing = new Hysteresis(spec.successThreshold(3));

        failing.accept(FAILURE);
        passing.accept(SUCCESS);

        assertThat(failing.shown()).isEqualTo(FAILURE);
        assertThat(passing.shown()).isEqualTo(SUCCESS);
    }

    @Test
    void countsOnlyFailuresInARow() {
        Hysteresis hysteresis = new Hysteresis(spec.failureThreshold(3));
        hysteresis.accept(SUCCESS);

        for (int i = 0; i < 3; i++) {
            hysteresis.accept(FAILURE);
            assertThat(hysteresis.shown()).isEqualTo(SUCCESS);
            for (int j = 0; j < 1000; j++) {
                hysteresis.accept(SUCCESS);
            }
        }

        assertThat(hysteresis.shown()).isEqualTo(SUCCESS);
        assertThat(hysteresis.consecutiveFailures()).isZero();
    }

    @Test
    void failsAtTheThresholdAndRecoversAtTheOther() {
        Hysteresis hysteresis = new Hysteresis(spec.failureThreshold(2).successThreshold(2));
        hysteresis.accept(SUCCESS);

        hysteresis.accept(FAILURE);
        HealthStatus afterOne = hysteresis.shown().status();
        hysteresis.accept(FAILURE);
        HealthStatus afterTwo = hysteresis.shown().status();
        hysteresis.accept(SUCCESS);
        HealthStatus recovering = hysteresis.shown().status();
        hysteresis.accept(SUCCESS);

        assertThat(afterOne).isEqualTo(HealthStatus.UP);
        assertThat(afterTwo).isEqualTo(HealthStatus.DOWN);
        assertThat(recovering).isEqualTo(HealthStatus.DOWN);
        assertThat(hysteresis.shown().status()).isEqualTo(HealthStatus.UP);
    }

    @Test
    void showsTheNewestOfOneSide() {
        Hysteresis hysteresis = new Hysteresis(spec.failureThreshold(5).successThreshold(5));
        hysteresis.accept(SUCCESS);

        hysteresis.accept(HealthResult.degraded("X-2", "slow"));

        assertThat(hysteresis.shown().status()).isEqualTo(HealthStatus.DEGRADED);
    }

    @Test
    void showsDisabledAtOnceAndLeavesItAtOnce() {
        Hysteresis hysteresis = new Hysteresis(spec.failureThreshold(5).successThreshold(5));
        hysteresis.accept(FAILURE);

        hysteresis.accept(HealthResult.disabled("off"));
        HealthStatus off = hysteresis.shown().status();
        hysteresis.accept(FAILURE);

        assertThat(off).isEqualTo(HealthStatus.DISABLED);
        assertThat(hysteresis.shown().status()).isEqualTo(HealthStatus.DOWN);
    }
}
