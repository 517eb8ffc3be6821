package dev.renum.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HealthContractsTest {
    private static final CheckSpec SPEC = CheckSpec.of("db", HealthResult::up);

    @Test
    void numbersStatusesInTheirOrderAndForEver() {
        assertThat(HealthStatus.values())
                .isSorted()
                .extracting(HealthStatus::badness)
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void ordersStatesFromGoodToBad() {
        assertThat(HealthStatus.DISABLED.worse(HealthStatus.UP)).isEqualTo(HealthStatus.UP);
        assertThat(HealthStatus.UNKNOWN.worse(HealthStatus.DEGRADED)).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(HealthStatus.OUT_OF_SERVICE.worse(HealthStatus.DOWN)).isEqualTo(HealthStatus.DOWN);
        assertThat(HealthStatus.DOWN.worse(HealthStatus.UP)).isEqualTo(HealthStatus.DOWN);
    }

    @Test
    void servesOnlyWhenItIsKnownToWork() {
        assertThat(HealthStatus.UP.isServing()).isTrue();
        assertThat(HealthStatus.DEGRADED.isServing()).isTrue();
        assertThat(HealthStatus.DISABLED.isServing()).isTrue();
        assertThat(HealthStatus.UNKNOWN.isServing()).isFalse();
        assertThat(HealthStatus.OUT_OF_SERVICE.isServing()).isFalse();
        assertThat(HealthStatus.DOWN.isServing()).isFalse();
    }

    @Test
    void keepsWhatItWasGiven() {
        Map<String, String> details = new HashMap<>(Map.of("a", "1"));
        HealthResult result = new HealthResult(HealthStatus.UP, null, null, details, null);

        details.put("b", "2");

        assertThat(result.details()).containsExactly(Map.entry("a", "1"));
        assertThatThrownBy(() -> result.details().put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void addsDetailsInOrder() {
        HealthResult result =
                HealthResult.up().withDetail("b", "1").withDetail("a", "2").withVersion("18.6");

        assertThat(result.details()).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
        assertThat(result.version()).isEqualTo("18.6");
        assertThat(HealthResult.up().details()).isEmpty();
    }

    @Test
    void explainsWhatIsNotUp() {
        assertThat(HealthResult.down("X-1", "gone"))
                .isEqualTo(new HealthResult(HealthStatus.DOWN, "X-1", "gone", Map.of(), null));
        assertThat(HealthResult.degraded("X-2", "slow").status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(HealthResult.unknown("X-3", "?").status()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(HealthResult.outOfService("X-4", "drain").status()).isEqualTo(HealthStatus.OUT_OF_SERVICE);
        assertThat(HealthResult.disabled("off").status()).isEqualTo(HealthStatus.DISABLED);
    }

    @Test
    void refusesAMissingDetail() {
        Map<String, @Nullable String> details = new HashMap<>();
        details.put("size", null);

        assertThatNullPointerException()
                .isThrownBy(() -> new HealthResult(HealthStatus.UP, null, null, careless(details), null))
                .withMessage("detail size");
    }

    @Test
    void describesACheckWithDefaults() {
        assertThat(SPEC.isRequired()).isFalse();
        assertThat(SPEC.probe()).isEqualTo(Probe.READINESS);
        assertThat(SPEC.interval()).hasSeconds(10);
        assertThat(SPEC.timeout()).hasSeconds(2);
        assertThat(SPEC.failureThreshold()).isOne();
        assertThat(SPEC.successThreshold()).isOne();
        assertThat(SPEC.dependsOn()).isEmpty();
    }

    @Test
    void changesOneThingAtATime() {
        CheckSpec changed = SPEC.required()
                .probe(Probe.LIVENESS)
                .interval(Duration.ofSeconds(1))
                .timeout(Duration.ofMillis(5))
                .failureThreshold(3)
                .successThreshold(2)
                .dependsOn("network", "dns", "network");

        assertThat(changed).hasToString("CheckSpec[db, REQUIRED, LIVENESS, every PT1S, timeout PT0.005S]");
        assertThat(changed.failureThreshold()).isEqualTo(3);
        assertThat(changed.successThreshold()).isEqualTo(2);
        assertThat(changed.dependsOn()).containsExactly("network", "dns");
        assertThat(changed.check()).isSameAs(SPEC.check());
        assertThat(changed.optional().isRequired()).isFalse();
        assertThat(SPEC.isRequired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " db", "-db", "a/b", "ü"})
    void refusesNamesThatCannotBeShown(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckSpec.of(name, HealthResult::up))
                .withMessageContaining("'" + name + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> SPEC.dependsOn(name));
    }

    @Test
    void refusesTimesAndCountsThatCannotBeMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.interval(Duration.ZERO))
                .withMessageContaining("interval PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.timeout(Duration.ofDays(2)))
                .withMessageContaining("timeout PT48H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.failureThreshold(0))
                .withMessageContaining("failure threshold 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.successThreshold(1001))
                .withMessageContaining("success threshold 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.dependsOn("db"))
                .withMessageContaining("itself");
    }

    @Test
    void refusesMetricNamesThatNoBackEndTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Metric("Cache Gets", "", ""))
                .withMessageContaining("'Cache Gets'");
        assertThat(new Metric("cache.gets", "", "How often.").name()).isEqualTo("cache.gets");
    }

    /** What a caller does that does not check for null. */
    @SuppressWarnings("NullAway")
    private static Map<String, String> careless(Map<String, @Nullable String> details) {
        return details;
    }
}
