package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.renum.core.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FakeTickerTest {
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void standsStillUntilItIsAdvanced() {
        long before = ticker.read();

        assertThat(ticker.read()).isEqualTo(before);
        ticker.advance(Duration.ofMillis(3));
        assertThat(ticker.read() - before).isEqualTo(3_000_000);
    }

    @Test
    void carriesADeadlineOverTheOverflow() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(2), ticker);

        ticker.advance(Duration.ofMillis(1_999));

        assertThat(ticker.read()).isNegative();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(1));
        ticker.advance(Duration.ofMillis(1));
        assertThat(deadline.isExpired()).isTrue();
    }

    @Test
    void refusesToRunBackwards() {
        assertThatThrownBy(() -> ticker.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.000000001S");
    }
}
