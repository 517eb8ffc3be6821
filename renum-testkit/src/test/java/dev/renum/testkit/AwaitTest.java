package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AwaitTest {

    @Test
    void asksUntilTheConditionHolds() throws IOException {
        AtomicInteger questions = new AtomicInteger();

        boolean held = Await.until(Duration.ofSeconds(10), () -> questions.incrementAndGet() == 3);

        assertThat(held).isTrue();
        assertThat(questions).hasValue(3);
    }

    @Test
    void asksOnceEvenWithoutTime() throws IOException {
        assertThat(Await.until(Duration.ZERO, () -> true)).isTrue();
        assertThat(Await.until(Duration.ZERO, () -> false)).isFalse();
    }

    @Test
    void givesUpWhenInterruptedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Await.until(Duration.ofDays(1), () -> false)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
