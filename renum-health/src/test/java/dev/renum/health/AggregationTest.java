package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AggregationTest {
    private static final Scoring SCORING = new Scoring(HealthSettings.builder().build());

    private Aggregation aggregation = new Aggregation(CheckGroups.NONE, SCORING, Vitals.NONE);
    private final Map<CheckSpec, HealthResult> checks = new LinkedHashMap<>();

    @Test
    void isUpWithoutChecks() {
        assertThat(snapshot().status()).isEqualTo(HealthStatus.UP);
        assertThat(snapshot().isReady()).isTrue();
        assertThat(snapshot().isAlive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UP, UP, UP, true",
        "UP, DOWN, DEGRADED, true",
        "UP, UNKNOWN, DEGRADED, true",
        "UP, DEGRADED, DEGRADED, true",
        "UP, DISABLED, UP, true",
        "DEGRADED, UP, DEGRADED, true",
        "DISABLED, UP, UP, true",
        "DISABLED, DISABLED, UP, true",
        "UNKNOWN, UP, UNKNOWN, false",
        "OUT_OF_SERVICE, DOWN, OUT_OF_SERVICE, false",
        "DOWN, UP, DOWN, false"
    })
    void combinesARequiredAndAnOptionalCheck(
            HealthStatus required, HealthStatus optional, HealthStatus status, boolean ready) {
        add(spec("required").required(), required);
        add(spec("optional"), optional);

        assertThat(snapshot().status()).isEqualTo(status);
        assertThat(snapshot().isReady()).isEqualTo(ready);
        assertThat(snapshot().isAlive()).isTrue();
    }

    @Test
    void isDeadOnlyWhenALivenessCheckIsKnownToHaveFailed() {
        add(spec("unknown").probe(Probe.LIVENESS), HealthStatus.UNKNOWN);
        boolean unknown = snapshot().isAlive();
        add(spec("failed").probe(Probe.LIVENESS), HealthStatus.DOWN);

        assertThat(unknown).isTrue();
        assertThat(snapshot().isAlive()).isFalse();
    }

    @Test
    void tellsCausesFromSymptoms() {
        add(spec("network"), HealthStatus.DOWN);
        add(spec("db").dependsOn("network").required(), HealthStatus.DOWN);
        add(spec("cache"), HealthStatus.DOWN);
        add(spec("mail").dependsOn("network"), HealthStatus.UP);

        HealthSnapshot snapshot = snapshot();

        assertThat(snapshot.rootCauses()).extracting(CheckState::name).containsExactly("network", "cache");
        assertThat(snapshot.check("db").symptomOf()).isEqualTo("network");
        assertThat(snapshot.check("mail").symptomOf()).isNull();
    }

    @Test
    void knowsNothingOnceItIsStale() {
        add(spec("db").required(), HealthStatus.UP);
        add(spec("heap").probe(Probe.LIVENESS), HealthStatus.DOWN);

        HealthSnapshot stale = aggregation.staleTwin(snapshot());

        assertThat(stale.stale()).isTrue();
        assertThat(stale.isReady()).isFalse();
        assertThat(stale.isAlive()).isTrue();
        assertThat(stale.checks().values()).allSatisfy(check -> {
            assertThat(check.status()).isEqualTo(HealthStatus.UNKNOWN);
            assertThat(check.code()).isEqualTo(HealthCode.STALE.id());
        });
    }

    @Test
    void namesTheChecksThatThereAre() {
        add(spec("db"), HealthStatus.UP);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot().check("dB"))
                .withMessageContaining("'dB'")
                .withMessageContaining("[db]");
    }

    private static CheckSpec spec(String name) {
        return CheckSpec.of(name, HealthResult::up);
    }

    private void add(CheckSpec spec, HealthStatus status) {
        checks.put(spec, new HealthResult(status, "X-1", "said so", Map.of(), null));
    }

    private HealthSnapshot snapshot() {
        List<CheckState> states = checks.entrySet().stream()
                .map(check -> new CheckState(
                        check.getKey().name(),
                        check.getValue(),
                        check.getKey().isRequired(),
                        check.getKey().probe(),
                        Instant.EPOCH,
                        null,
                        Duration.ZERO,
                        0,
                        null,
                        null))
                .toList();
        return aggregation.snapshot(states, CheckGraph.of(checks.keySet()), Instant.EPOCH);
    }
}
