package dev.renum.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AlertTrackTest {
    private static final AlertRule HIGH = AlertRule.threshold("high", "load").above(1);
    private static final Reading TWO = Reading.of(Map.of(), 2, "load is 2, above 1");
    private static final Reading SYMPTOM = new Reading(Map.of(), 2, "load is 2, above 1", "network");
    private static final Reading NOTHING = Reading.unknown(Map.of());

    @Test
    void saysThatNothingIsKnownWhereItFiresForThat() {
        AlertTrack track = track(HIGH.whenNoData(NoData.FIRE));
        see(track, TWO, 0);

        see(track, NOTHING, 1);

        assertThat(track.state()).isEqualTo(AlertState.FIRING);
        assertThat(track.alert(null).summary()).isEqualTo("nothing is known");
        assertThat(track.alert(null).value()).isNaN();
    }

    @Test
    void saysWhatWasKnownLastWhereItKeepsItsState() {
        AlertTrack track = track(HIGH);
        see(track, TWO, 0);

        see(track, NOTHING, 1);

        assertThat(track.alert(null).summary()).isEqualTo("load is 2, above 1");
        assertThat(track.alert(null).value()).isEqualTo(2);
    }

    @Test
    void isForgottenAQuarterOfAnHourAfterItWasResolvedByHandThoughNothingIsKnownAnyMore() {
        AlertTrack track = track(HIGH);
        see(track, TWO, 0);
        track.resolve(nanos(1), Instant.EPOCH);

        see(track, NOTHING, 15);
        boolean isForgottenTooEarly = track.isForgotten(nanos(15));
        see(track, NOTHING, 16);

        assertThat(isForgottenTooEarly).isFalse();
        assertThat(track.isForgotten(nanos(16))).isTrue();
    }

    @Test
    void isNotForgottenWhereItsConditionGoesOn() {
        AlertTrack track = track(HIGH);
        see(track, TWO, 0);
        track.resolve(nanos(1), Instant.EPOCH);

        see(track, TWO, 16);

        assertThat(track.isForgotten(nanos(16))).isFalse();
        assertThat(track.state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void remainsASymptomWhileNothingIsKnown() {
        AlertTrack track = track(HIGH);
        see(track, SYMPTOM, 0);

        see(track, NOTHING, 1);

        assertThat(track.alert(null).symptomOf()).isEqualTo("network");
        assertThat(track.isToNotifyFiring(false)).isFalse();
    }

    @Test
    void isNoNewsOnceItIsOverThoughItGoesOnFiringForAWhile() {
        AlertTrack track = track(HIGH.keepFiringFor(Duration.ofMinutes(5)));
        see(track, SYMPTOM, 0);

        see(track, Reading.of(Map.of(), 0, "load is 0"), 1);
        boolean isToldWhenItIsOver = track.isToNotifyFiring(false);
        see(track, TWO, 2);

        assertThat(isToldWhenItIsOver).isFalse();
        assertThat(track.isToNotifyFiring(false)).isTrue();
    }

    @Test
    void isNoNewsOnceWhatItIsAboutIsGone() {
        AlertTrack track = track(HIGH.keepFiringFor(Duration.ofMinutes(5)));
        see(track, SYMPTOM, 0);

        track.vanish(nanos(1), Instant.EPOCH);

        assertThat(track.state()).isEqualTo(AlertState.FIRING);
        assertThat(track.isToNotifyFiring(false)).isFalse();
    }

    private static AlertTrack track(AlertRule rule) {
        return new AlertTrack(rule, Map.of(), Instant.EPOCH);
    }

    private static void see(AlertTrack track, Reading reading, int minute) {
        track.see(reading, nanos(minute), Instant.EPOCH);
    }

    private static long nanos(int minute) {
        return Duration.ofMinutes(minute).toNanos();
    }
}
