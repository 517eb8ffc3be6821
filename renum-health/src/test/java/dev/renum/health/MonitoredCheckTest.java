package dev.renum.health;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Probe;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rows of the table in {@code docs/decisions.md}; times are milliseconds from the registration. */
final class MonitoredCheckTest {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final CheckSpec SPEC = CheckSpec.of("check", HealthResult::up)
            .interval(Duration.ofMillis(1000))
            .timeout(Duration.ofMillis(100));

    private MonitoredCheck check = new MonitoredCheck(SPEC, 0, BEGINNING);

    @Test
    void runsWhenItIsDueAndNeverTwiceAtOnce() {
        CheckRun first = check.startIfDue(0);

        assertThat(first).isNotNull();
        assertThat(check.startIfDue(ms(5000))).isNull();
        assertThat(check.startNow(ms(5000))).isNull();
        assertThat(check.idleFor(ms(40))).isEqualTo(ms(60));
    }

    @Test
    void countsAResultInTime() {
        CheckRun run = started(0);
        run.begin(Thread.currentThread());

        check.finish(run, HealthResult.up(), ms(30), at(30));

        assertThat(check.status()).isEqualTo(HealthStatus.UP);
        assertThat(check.state(null).lastDuration()).isEqualTo(Duration.ofMillis(30));
        assertThat(check.state(null).lastRun()).isEqualTo(at(30));
        assertThat(check.state(null).since()).isEqualTo(at(30));
        assertThat(check.startIfDue(ms(999))).isNull();
        assertThat(check.startIfDue(ms(1000))).isNotNull();
    }

    @Test
    void countsTheResultButNoTimeOfARunThatNeverBegan() {
        CheckRun run = started(0);

        check.finish(run, HealthResult.unknown("X-1", "refused"), ms(30), at(30));

        assertThat(check.state(null).code()).isEqualTo("X-1");
        assertThat(check.state(null).consecutiveFailures()).isEqualTo(1);
        assertThat(check.state(null).lastDuration()).isZero();
    }

    @Test
    void isDownOnceItsTimeIsOverAndInterruptsOnce() {
        CheckRun run = started(0);
        run.begin(Thread.currentThread());

        check.timeOutIfOverdue(ms(99), at(99));
        boolean early = Thread.interrupted();
        check.timeOutIfOverdue(ms(100), at(100));
        boolean onTime = Thread.interrupted();
        check.timeOutIfOverdue(ms(101), at(101));

        assertThat(early).isFalse();
        assertThat(onTime).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(check.state(null).code()).isEqualTo(HealthCode.TIMEOUT.id());
        assertThat(check.state(null).consecutiveFailures()).isEqualTo(1);
    }

    @Test
    void countsAnotherTimeoutAtEachDueMomentWhileStuck() {
        started(0);
        check.timeOutIfOverdue(ms(100), at(100));

        check.timeOutIfOverdue(ms(1099), at(1099));
        int before = check.state(null).consecutiveFailures();
        check.timeOutIfOverdue(ms(1100), at(1100));

        assertThat(before).isEqualTo(1);
        assertThat(check.state(null).consecutiveFailures()).isEqualTo(2);
        assertThat(check.startIfDue(ms(5000))).isNull();
    }

    @Test
    void discardsALateResultAndKeepsItsPace() {
        CheckRun run = started(0);
        check.timeOutIfOverdue(ms(100), at(100));

        check.finish(run, HealthResult.up(), ms(500), at(500));

        assertThat(check.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(check.startIfDue(ms(999))).isNull();
        assertThat(check.startIfDue(ms(1000))).isNotNull();
    }

    @Test
    void ignoresTheResultOfAnotherRun() {
        CheckRun forgotten = started(0);
        check.finish(forgotten, HealthResult.up(), ms(1), at(1));
        started(1000);

        check.finish(forgotten, HealthResult.down("X-1", "away"), ms(1001), at(1001));

        assertThat(check.status()).isEqualTo(HealthStatus.UP);
        assertThat(check.run()).isNotNull();
    }

    @Test
    void givesARunTheTimeThatItDidNotHave() {
        started(0);

        check.postpone(ms(600_000));
        check.timeOutIfOverdue(ms(600_050), at(600_050));

        assertThat(check.status()).isEqualTo(HealthStatus.UNKNOWN);
    }

    @Test
    void isDueAndOverdueAtMostOneIntervalAfterTheClockHasGoneBackAnHour() {
        check.finish(started(3_600_000), HealthResult.up(), ms(3_600_010), at(3_600_010));

        CheckRun early = check.startIfDue(ms(20));
        CheckRun run = check.startIfDue(ms(1_020));
        check.timeOutIfOverdue(ms(1_119), at(1_119));
        HealthStatus inTime = check.status();
        check.timeOutIfOverdue(ms(-3_600_000), at(0));
        check.timeOutIfOverdue(ms(-3_599_900), at(100));

        assertThat(early).isNull();
        assertThat(run).isNotNull();
        assertThat(inTime).isEqualTo(HealthStatus.UP);
        assertThat(check.state(null).code()).isEqualTo(HealthCode.TIMEOUT.id());
    }

    @Test
    void runsAStartupProbeUntilItPasses() {
        check = new MonitoredCheck(SPEC.probe(Probe.STARTUP), 0, BEGINNING);
        check.finish(started(0), HealthResult.down("X-1", "loading"), ms(1), at(1));
        check.finish(started(1000), HealthResult.up(), ms(1001), at(1001));

        assertThat(check.startIfDue(ms(99_000))).isNull();
        assertThat(check.startNow(ms(99_000))).isNull();
        assertThat(check.idleFor(ms(99_000))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void suspectsWhatHasNotBeenAskedSinceItFailedForFiveSecondsAtMost() {
        MonitoredCheck cause = new MonitoredCheck(SPEC, 0, BEGINNING);
        CheckRun asked = requireNonNull(cause.startIfDue(0));
        cause.finish(asked, HealthResult.up(), ms(1), at(1));
        check.finish(requireNonNull(check.startNow(ms(10))), HealthResult.down("X-1", "away"), ms(20), at(20));

        boolean first = check.suspects(cause, ms(20));
        boolean tooLate = check.suspects(cause, ms(5_020));
        boolean afterClockWentBack = check.suspects(cause, ms(-3_600_000));
        cause.hurry(ms(30));
        CheckRun hurried = requireNonNull(cause.startIfDue(ms(30)));
        boolean whileAsked = check.suspects(cause, ms(40));
        cause.finish(hurried, HealthResult.up(), ms(50), at(50));

        assertThat(first && whileAsked).isTrue();
        assertThat(tooLate || afterClockWentBack).isFalse();
        assertThat(check.suspects(cause, ms(60))).isFalse();
    }

    @Test
    void suspectsNothingOfWhatBeganToBeAskedWithItOrWorksAgain() {
        MonitoredCheck cause = new MonitoredCheck(SPEC, 0, BEGINNING);
        CheckRun asked = requireNonNull(cause.startIfDue(0));
        check.finish(started(0), HealthResult.down("X-1", "away"), ms(1), at(1));
        boolean before = check.suspects(cause, ms(1));
        cause.finish(asked, HealthResult.up(), ms(2), at(2));
        boolean after = check.suspects(cause, ms(2));

        assertThat(before).isTrue();
        assertThat(after).isFalse();
        check.finish(requireNonNull(check.startNow(ms(3))), HealthResult.up(), ms(4), at(4));
        assertThat(check.suspects(new MonitoredCheck(SPEC, 0, BEGINNING), ms(5)))
                .isFalse();
    }

    @Test
    void doesNotWantTheResultOfACancelledRun() {
        CheckRun run = started(0);

        check.cancel();

        assertThat(run.begin(Thread.currentThread())).isFalse();
    }

    private CheckRun started(long millis) {
        return requireNonNull(check.startIfDue(ms(millis)));
    }

    private static long ms(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private static Instant at(long millis) {
        return BEGINNING.plusMillis(millis);
    }
}
