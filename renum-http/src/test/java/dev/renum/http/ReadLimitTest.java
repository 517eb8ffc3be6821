package dev.renum.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ReadLimitTest {
    @Test
    void endsAReadAndTakesTheInterruptBack() throws Exception {
        Pipe silent = Pipe.open();

        ReadLimit limit = ReadLimit.begin(Duration.ofMillis(50));
        assertThatExceptionOfType(ClosedByInterruptException.class)
                .isThrownBy(() -> silent.source().read(ByteBuffer.allocate(1)));
        limit.end();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(silent.source().isOpen()).isFalse();
        silent.sink().close();
    }

    @Test
    void leavesAnInterruptThatIsNotItsOwn() {
        ReadLimit limit = ReadLimit.begin(Duration.ofMinutes(5));

        Thread.currentThread().interrupt();
        limit.end();

        assertThat(Thread.interrupted()).isTrue();
    }
}
