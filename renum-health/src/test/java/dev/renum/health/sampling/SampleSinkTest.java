package dev.renum.health.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.health.metric.Measurement;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class SampleSinkTest {
    private static final Metric SENT = new Metric("sent", "bytes", "What went out.");
    private static final Metric CALLS = new Metric("calls", "seconds", "Calls.");
    private static final Metric MOODS = new Metric("moods", "", "Moods.");

    private final SampledHistory history = new SampledHistory(100, Set.of());
    private final SampleSink sink = new SampleSink(history);
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void makesARateOfATotal() {
        sample(to -> to.counter(SENT, 1_000, "to", "a"));
        ticker.advance(Duration.ofSeconds(4));
        sample(to -> to.counter(SENT, 1_600, "to", "a"));

        assertThat(values("sent.rate")).containsExactly(Double.NaN, 150.0);
        assertThat(history.find("sent.rate").orElseThrow().metric().unit()).isEqualTo("bytes per second");
        assertThat(history.series("sent")).isEmpty();
    }

    @Test
    void makesARateAndAMeanOfATimer() {
        sample(to -> to.timer(CALLS, 10, Duration.ofSeconds(5).toNanos()));
        ticker.advance(Duration.ofSeconds(2));
        sample(to -> to.timer(CALLS, 14, Duration.ofSeconds(6).toNanos()));

        assertThat(values("calls.rate")).containsExactly(Double.NaN, 2.0);
        assertThat(values("calls.mean")).containsExactly(Double.NaN, 0.25);
        assertThat(history.find("calls.rate").orElseThrow().metric().unit()).isEqualTo("per second");
        assertThat(history.find("calls.mean").orElseThrow().metric().unit()).isEqualTo("seconds");
    }

    @Test
    void knowsNoMeanOfATimerThatDidNotRun() {
        sample(to -> to.timer(CALLS, 10, 5));
        ticker.advance(Duration.ofSeconds(2));
        sample(to -> to.timer(CALLS, 10, 5));

        assertThat(values("calls.rate")).containsExactly(Double.NaN, 0.0);
        assertThat(values("calls.mean")).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void knowsNothingOfATotalThatHasBegunAnew() {
        sample(to -> to.counter(MOODS, 1_000));
        ticker.advance(Duration.ofSeconds(1));
        sample(to -> to.counter(MOODS, 3));
        ticker.advance(Duration.ofSeconds(1));
        sample(to -> to.counter(MOODS, 5));

        assertThat(values("moods.rate")).containsExactly(Double.NaN, Double.NaN, 2.0);
    }

    @Test
    void knowsNoRateOnceTheTickerHasGoneBack() {
        sampleAt(Duration.ofHours(1).toNanos(), to -> to.counter(MOODS, 1_000));
        sampleAt(0, to -> to.counter(MOODS, 1_001));

        assertThat(values("moods.rate")).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void knowsNothingAfterAGap() {
        sample(to -> to.counter(MOODS, 1));
        ticker.advance(Duration.ofSeconds(1));
        sample(to -> {});
        ticker.advance(Duration.ofSeconds(1));
        sample(to -> to.counter(MOODS, 5));

        assertThat(values("moods.rate")).containsExactly(Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void takesTheFirstOfTwoTotals() {
        sample(to -> to.counter(MOODS, 1));
        ticker.advance(Duration.ofSeconds(1));
        sample(to -> {
            to.counter(MOODS, 2);
            to.counter(MOODS, 100);
        });
        ticker.advance(Duration.ofSeconds(1));
        sample(to -> to.counter(MOODS, 3));

        assertThat(values("moods.rate")).containsExactly(Double.NaN, 1.0, 1.0);
    }

    @Test
    void refusesTagsThatAreNoPairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample(to -> to.gauge(MOODS, 1, "alone")))
                .withMessageContaining("[alone]");
    }

    @Test
    void refusesOtherThreadsAndLateCalls() {
        sample(to -> to.gauge(MOODS, 1));
        assertThatIllegalStateException().isThrownBy(() -> sink.gauge(MOODS, 2)).withMessageContaining("moods");

        sample(to -> {
            FutureTask<Boolean> elsewhere = new FutureTask<>(() -> to.gauge(MOODS, 2), true);
            new Thread(elsewhere).start();
            Assertions.assertThatExceptionOfType(ExecutionException.class).isThrownBy(elsewhere::get);
        });
        assertThat(values("moods")).containsExactly(1.0, Double.NaN);
    }

    private void sample(Consumer<MetricSink> telling) {
        sampleAt(ticker.read(), telling);
    }

    private void sampleAt(long ticks, Consumer<MetricSink> telling) {
        history.begin(1_800_000_000_000L);
        sink.begin(ticks);
        telling.accept(sink);
        sink.end();
        history.end();
    }

    private List<Double> values(String name) {
        return history.series(name).get(0).measurements().stream()
                .map(Measurement::value)
                .toList();
    }
}
