package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.background.BackgroundLog;
import dev.renum.testkit.FakeTicker;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

final class BoardTest {
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();

    private final FakeTicker ticker = new FakeTicker();
    private final CheckRegistry checks = new CheckRegistry();
    private final AtomicReference<Double> cpu = new AtomicReference<>(0.0);
    private final Board board = new Board(
            SETTINGS,
            checks,
            CheckGroups.NONE,
            metric -> metric.equals("system.cpu") ? cpu.get() : Double.NaN,
            new ChangeFeed(BackgroundLog.of(NOPLogger.NOP_LOGGER)),
            ticker);

    @Test
    void turnsStaleAlthoughScoresAreSampled() {
        ticker.advance(SETTINGS.staleAfter());

        board.sampleScore();

        assertThat(board.snapshot().stale()).isTrue();
        assertThat(board.snapshot().status()).isEqualTo(HealthStatus.UNKNOWN);
    }

    @Test
    void isFreshAgainOnceItIsPublished() {
        ticker.advance(SETTINGS.staleAfter());

        board.publish();

        assertThat(board.snapshot().stale()).isFalse();
    }

    @Test
    void smoothsTheScoreOverTheSamplesBefore() {
        board.sampleScore();
        board.sampleScore();
        cpu.set(1.0);
        board.sampleScore();

        board.publish();

        assertThat(board.snapshot().score().raw()).isEqualTo(90);
        assertThat(board.snapshot().score().value()).isEqualTo(97);
    }

    @Test
    void staysStaleOnceItIsClosed() {
        checks.add(List.of(CheckSpec.of("db", HealthResult::up)), ticker.read());
        board.publish();

        board.close();
        board.publish();

        assertThat(board.isClosed()).isTrue();
        assertThat(board.snapshot().stale()).isTrue();
        assertThat(board.snapshot().checks()).containsOnlyKeys("db");
    }
}
