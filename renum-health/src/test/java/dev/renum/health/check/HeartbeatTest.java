package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final FakeTicker ticker = new FakeTicker();
    private final Heartbeat heartbeat = Heartbeat.expectedEvery(INTERVAL, ticker);

    @Test
    void isUpForOneIntervalWithoutABeat() {
        ticker.advance(INTERVAL);

        HealthResult result = heartbeat.check();

        assertThat(result.status()).isEqualTo(HealthStatus.UP);
        assertThat(result.details()).containsEntry("age", "600 s");
    }

    @Test
    void isDownOnceTheFirstBeatIsOverdue() {
        ticker.advance(INTERVAL.plusNanos(1));

        HealthResult result = heartbeat.check();

        assertThat(result.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(result.code()).isEqualTo(HealthCode.HEARTBEAT_MISSED.id());
        assertThat(result.message())
                .isEqualTo("there was no beat in the 600 s since the start, one is expected every 600 s");
    }

    @Test
    void isUpAgainByABeatAndDownOnceTheNextIsOverdue() {
        ticker.advance(INTERVAL.multipliedBy(2));
        heartbeat.beat();

        HealthStatus beaten = heartbeat.check().status();
        ticker.advance(INTERVAL.plusSeconds(5));
        HealthResult overdue = heartbeat.check();

        assertThat(beaten).isEqualTo(HealthStatus.UP);
        assertThat(heartbeat.age()).isEqualTo(Duration.ofSeconds(605));
        assertThat(overdue.message()).isEqualTo("the last beat was 605 s ago, one is expected every 600 s");
    }

    @Test
    void tellsShortTimesInMilliseconds() {
        Heartbeat fast = Heartbeat.expectedEvery(Duration.ofMillis(500), ticker);
        ticker.advance(Duration.ofMillis(750));

        assertThat(fast.check().message()).contains("750 ms since the start", "every 500 ms");
        assertThat(fast.interval()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void beatsByTheClockOfTheJvmUnlessToldOtherwise() {
        Heartbeat heartbeat = Heartbeat.expectedEvery(Duration.ofDays(1));

        heartbeat.beat();

        assertThat(heartbeat.age()).isBetween(Duration.ZERO, Duration.ofHours(1));
        assertThat(heartbeat.check().status()).isEqualTo(HealthStatus.UP);
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Heartbeat.expectedEvery(Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> Heartbeat.expectedEvery(Duration.ofNanos(-1)));
    }
}
