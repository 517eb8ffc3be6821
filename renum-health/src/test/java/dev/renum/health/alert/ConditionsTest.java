package dev.renum.health.alert;

import static dev.renum.health.alert.AlertState.FIRING;
import static dev.renum.health.alert.AlertState.PENDING;
import static dev.renum.health.alert.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.HealthResult;
import dev.renum.health.check.Heartbeat;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When conditions hold that a written series cannot show. */
final class ConditionsTest {
    @Test
    void haveAThousandAlertsAndThoseBeyondAreCountedWhileTheyLast() {
        Scene scene = new Scene(List.of(AlertRule.requiredCheckDown("down")));
        IntStream.range(0, 1_002).forEach(i -> scene.check("check-" + i, HealthResult.down("X-1", "is away")));

        scene.pass(Duration.ofMinutes(1));
        scene.pass(Duration.ofMinutes(1));
        int atTheSecondPass = scene.dropped();
        scene.removeChecks();
        scene.pass(Duration.ofMinutes(1));

        assertThat(atTheSecondPass).isEqualTo(2);
        assertThat(scene.dropped()).isZero();
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void heartbeatFiresWhileItIsOverdue() {
        FakeTicker ticker = new FakeTicker();
        Heartbeat imports = Heartbeat.expectedEvery(MINUTE, ticker);
        Scene scene = new Scene(List.of(AlertRule.heartbeat("import-late", imports)));

        ticker.advance(MINUTE);
        scene.pass(MINUTE);
        boolean isFiringInTime = !scene.rulesIn(FIRING).isEmpty();
        ticker.advance(Duration.ofNanos(1));
        scene.pass(Duration.ofNanos(1));
        boolean isFiringTooLate = !scene.rulesIn(FIRING).isEmpty();
        imports.beat();
        scene.pass(MINUTE);

        assertThat(isFiringInTime).isFalse();
        assertThat(isFiringTooLate).isTrue();
        assertThat(scene.rulesIn(RESOLVED)).containsExactly("import-late");
    }

    @Test
    void heartbeatMayBeExpectedOnceInLongerThanNanosecondsCanCount() {
        Heartbeat geological = Heartbeat.expectedEvery(Duration.ofDays(200_000), new FakeTicker());
        Scene scene = new Scene(List.of(AlertRule.heartbeat("drift-late", geological)));

        scene.pass(MINUTE);

        assertThat(scene.rulesIn(FIRING)).isEmpty();
    }

    @Test
    void valueThatIsFiveMinutesOldIsNotKnown() {
        AlertRule rule = AlertRule.threshold("high", "load").above(1);
        Scene scene = new Scene(List.of(rule.whenNoData(NoData.CLEAR)));
        scene.measure("load", 2);

        scene.pass(Duration.ofMinutes(5).minusNanos(1));
        boolean isFiringBefore = !scene.rulesIn(FIRING).isEmpty();
        scene.pass(Duration.ofNanos(1));

        assertThat(isFiringBefore).isTrue();
        assertThat(scene.rulesIn(RESOLVED)).containsExactly("high");
    }

    @Test
    void absenceFiresFiveMinutesAfterAValueHasBecomeTooOld() {
        Scene scene = new Scene(List.of(AlertRule.absence("gone", "load")));
        scene.measure("load", 2);

        scene.pass(Duration.ofMinutes(5));
        boolean isPending = !scene.rulesIn(PENDING).isEmpty();
        scene.pass(Duration.ofMinutes(5));

        assertThat(isPending).isTrue();
        assertThat(scene.rulesIn(FIRING)).containsExactly("gone");
    }

    @Test
    void checkDoesNotRecoverWhileTheMonitorIsStale() {
        Scene scene = new Scene(List.of(AlertRule.requiredCheckDown("down"), AlertRule.staleMonitor("stale")));
        scene.check("db", HealthResult.down("SHOP-1", "gone"));
        scene.pass(MINUTE);

        scene.check("db", HealthResult.up());
        scene.goStale();
        scene.pass(MINUTE);

        assertThat(scene.rulesIn(FIRING)).containsExactlyInAnyOrder("down", "stale");
    }
}
