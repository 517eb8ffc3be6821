package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.HealthResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Aggregation AGGREGATION = new Aggregation(
            CheckGroups.NONE, new Scoring(HealthSettings.builder().build()), Vitals.NONE);
    private static final CheckState UP = database(HealthResult.up());
    private static final CheckState DOWN = database(HealthResult.down("DB-1", "is away"));
    private static final CheckState SHUTDOWN = CheckState.shutdown(NOW);

    @Test
    void warnsOfAFailureAndTellsOfTheRecovery() {
        assertThat(logged(snapshot(UP), snapshot(DOWN)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("WARN ")
                                .contains("check database is DOWN", "DB-1", "is away"),
                        line -> assertThat(line).startsWith("WARN ").contains("the system is DOWN"));
        assertThat(logged(snapshot(DOWN), snapshot(UP))).hasSize(2).allMatch(line -> line.startsWith("INFO "));
    }

    @Test
    void tellsOfAPlannedWithdrawalWithoutAWarning() {
        assertThat(logged(snapshot(UP), snapshot(UP, SHUTDOWN)))
                .singleElement()
                .asString()
                .startsWith("INFO ")
                .contains("the system is OUT_OF_SERVICE", HealthCode.SHUTTING_DOWN.id());
    }

    @Test
    void warnsOfAFailureDuringTheShutdownAllTheSame() {
        assertThat(logged(snapshot(UP, SHUTDOWN), snapshot(DOWN, SHUTDOWN)))
                .hasSize(2)
                .allMatch(line -> line.startsWith("WARN "));
    }

    @Test
    void warnsOfAServiceThatRefusesWork() {
        CheckState refusing = database(HealthResult.outOfService("DB-2", "is being restored"));

        assertThat(logged(snapshot(UP), snapshot(refusing))).hasSize(2).allMatch(line -> line.startsWith("WARN "));
    }

    private static List<String> logged(HealthSnapshot before, HealthSnapshot after) {
        RecordingLogger log = new RecordingLogger();
        Changes.between(before, after).forEach(change -> Changes.log(change, log));
        return log.lines();
    }

    private static HealthSnapshot snapshot(CheckState... states) {
        return AGGREGATION.snapshot(List.of(states), CheckGraph.of(List.of()), NOW);
    }

    private static CheckState database(HealthResult result) {
        return CheckState.of("database", result, true, NOW);
    }
}
