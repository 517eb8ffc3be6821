package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class GuardTest {
    @Test
    void givesTheResultWhateverFailsAfterwards() {
        AtomicInteger calls = new AtomicInteger();
        Guard guard = new Guard(() -> {
            calls.incrementAndGet();
            throw new OutOfMemoryError("unable to create native thread");
        });

        String given = guard.get(() -> "runs to launch");

        assertThat(given).isEqualTo("runs to launch");
        assertThat(calls).hasValue(1);
    }
}
