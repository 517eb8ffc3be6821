package dev.renum.micrometer;

import static dev.renum.micrometer.Component.GETS;
import static dev.renum.micrometer.Component.LOADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.MetricSink;
import dev.renum.testkit.FakeTicker;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.simple.CountingMode;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registries that publish how much totals have grown in each step, as those do that push. */
final class StepTest {
    private final FakeTicker ticker = new FakeTicker();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(new Steps(), new TickerClock(ticker));
    private final Component component = new Component(sink -> countAndTime(sink, 1));

    @BeforeEach
    void bind() {
        RenumMeters.of(ticker, component).bindTo(registry);
    }

    @Test
    void showsTheGrowthOfAStep() {
        stepPasses();
        component.writes(sink -> countAndTime(sink, 4));

        stepPasses();

        assertThat(countedInLastStep()).isEqualTo(3);
        assertThat(secondsInLastStep()).isEqualTo(3);
    }

    @Test
    void showsTheGrowthOfAStepAgainOnceAComponentHasRecovered() {
        stepPasses();
        component.writes(sink -> {
            throw new IllegalStateException("pool is closed");
        });
        stepPasses();
        assertThat(countedInLastStep()).isNaN();
        assertThat(secondsInLastStep()).isNaN();
        component.writes(sink -> countAndTime(sink, 5));
        stepPasses();
        component.writes(sink -> countAndTime(sink, 8));

        stepPasses();

        assertThat(countedInLastStep()).isEqualTo(3);
        assertThat(secondsInLastStep()).isEqualTo(3);
    }

    private static void countAndTime(MetricSink sink, int count) {
        sink.counter(GETS, count);
        sink.timer(LOADS, count, TimeUnit.SECONDS.toNanos(count));
    }

    /** A registry reads once per step, when it publishes. */
    private void stepPasses() {
        ticker.advance(Steps.LENGTH);
        countedInLastStep();
        secondsInLastStep();
    }

    private double countedInLastStep() {
        return registry.get("cache.gets").functionCounter().count();
    }

    private double secondsInLastStep() {
        return registry.get("cache.loads").functionTimer().totalTime(TimeUnit.SECONDS);
    }

    private static final class Steps implements SimpleConfig {
        static final Duration LENGTH = Duration.ofMinutes(1);

        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public Duration step() {
            return LENGTH;
        }

        @Override
        public CountingMode mode() {
            return CountingMode.STEP;
        }
    }

    /** Starts at zero, for the ticker is about to overflow. */
    private static final class TickerClock implements Clock {
        private final FakeTicker ticker;
        private final long origin;

        TickerClock(FakeTicker ticker) {
            this.ticker = ticker;
            this.origin = ticker.read();
        }

        @Override
        public long wallTime() {
            return TimeUnit.NANOSECONDS.toMillis(monotonicTime());
        }

        @Override
        public long monotonicTime() {
            return ticker.read() - origin;
        }
    }
}
