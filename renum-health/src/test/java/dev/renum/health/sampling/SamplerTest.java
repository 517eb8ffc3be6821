package dev.renum.health.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.metric.Measurement;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SamplerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Metric MOOD = new Metric("mood", "", "Mood.");

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final SampledHistory history = new SampledHistory(100, Set.of());
    private final AtomicInteger samplings = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Sampler> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        release.countDown();
        opened.forEach(sampler -> sampler.close(Deadline.after(LIMIT)));
    }

    @Test
    void samplesAtOnceAndThenAtItsInterval() {
        Sampler sampler = sampler(ticker);
        sampler.watch(source(sink -> sink.gauge(MOOD, 1)));

        sampler.start();
        awaitSamplings(1);
        pass(INTERVAL);
        awaitSamplings(2);

        assertThat(values("mood")).containsExactly(1.0, 1.0);
        assertThat(values("scheduler.lateness")).containsExactly(0.0, 0.0);
    }

    @Test
    void samplesOnceAfterASuspensionAndMarksTheGap() {
        Sampler sampler = sampler(ticker);
        sampler.watch(source(sink -> sink.gauge(MOOD, 1)));
        sampler.start();
        awaitSamplings(1);

        pass(Duration.ofMinutes(10));
        awaitSamplings(2);
        pass(INTERVAL);
        awaitSamplings(3);

        assertThat(values("mood")).containsExactly(1.0, Double.NaN, 1.0, 1.0);
        assertThat(values("scheduler.lateness")).containsExactly(0.0, Double.NaN, 570.0, 0.0);
        assertThat(samplings).hasValue(3);
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        Sampler sampler = sampler(ticker);
        sampler.watch(source(sink -> sink.gauge(MOOD, 1)));
        sampler.start();
        awaitSamplings(1);

        clock.updateAndGet(now -> now.minus(Duration.ofHours(1)));
        ticker.advance(INTERVAL);
        awaitSamplings(2);

        assertThat(values("mood")).containsExactly(1.0, 1.0);
    }

    @Test
    void samplesAtMostOneIntervalAfterItsTickerHasGoneBackAnHour() {
        AtomicLong back = new AtomicLong();
        Sampler sampler = sampler(() -> ticker.read() - back.get());
        sampler.watch(source(sink -> sink.counter(MOOD, 1)));
        sampler.start();
        awaitSamplings(1);

        back.set(Duration.ofHours(1).toNanos());
        await().atMost(LIMIT).until(() -> {
            pass(Duration.ofSeconds(1));
            return samplings.get() >= 2;
        });

        assertThat(values("mood.rate")).hasSizeGreaterThanOrEqualTo(2).containsOnly(Double.NaN);
    }

    @Test
    void asksTheOthersWhateverASourceThrows() {
        Sampler sampler = sampler(ticker);
        sampler.watch(source(sink -> {
            sink.gauge(new Metric("first", "", "First."), 1);
            throw new StackOverflowError("password=hunter2");
        }));
        sampler.watch(source(sink -> sink.gauge(MOOD, 1)));

        sampler.start();
        awaitSamplings(1);

        assertThat(values("first")).containsExactly(1.0);
        assertThat(values("mood")).containsExactly(1.0);
        assertThat(sampler.failures()).hasSize(1);
        assertThat(sampler.failures().values().iterator().next())
                .contains("StackOverflowError")
                .doesNotContain("hunter2");
    }

    @Test
    void forgetsAFailureThatIsOver() {
        AtomicInteger calls = new AtomicInteger();
        Sampler sampler = sampler(ticker);
        sampler.watch(source(sink -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new UnsupportedOperationException("unreadable");
                    }
                };
            }
        }));
        sampler.start();
        awaitSamplings(1);
        int before = sampler.failures().size();

        pass(INTERVAL);
        awaitSamplings(2);

        assertThat(before).isEqualTo(1);
        assertThat(sampler.failures()).isEmpty();
    }

    @Test
    void goesOnWhenItsTickerFails() {
        AtomicInteger failures = new AtomicInteger();
        Sampler sampler = sampler(() -> {
            if (failures.getAndIncrement() == 0) {
                throw new LinkageError("no clock yet");
            }
            return ticker.read();
        });

        sampler.start();

        awaitSamplings(1);
    }

    @Test
    void isNotHurriedByAnInterruptThatASourceLeavesBehind() {
        Sampler sampler = sampler(Ticker.system());
        AtomicInteger reads = new AtomicInteger();
        AtomicBoolean interrupted = new AtomicBoolean();
        sampler.watch(source(sink -> Thread.currentThread().interrupt()));
        sampler.watch(source(sink -> {
            reads.incrementAndGet();
            interrupted.set(Thread.currentThread().isInterrupted());
        }));

        sampler.start();
        awaitSamplings(1);
        await().atMost(LIMIT).until(() -> stateOfSampler() == Thread.State.TIMED_WAITING);

        assertThat(reads).hasValue(1);
        assertThat(interrupted).isFalse();
    }

    @Test
    void saysWhichSourceHangsAndEndsWithoutIt() {
        Sampler sampler = sampler(ticker);
        CountDownLatch asked = new CountDownLatch(1);
        sampler.watch(source(sink -> {
            asked.countDown();
            hang();
        }));
        sampler.start();
        await().atMost(LIMIT).until(() -> asked.getCount() == 0);

        boolean early = sampler.hanging().isPresent();
        ticker.advance(Duration.ofSeconds(10));
        String hanging = sampler.hanging().orElseThrow();
        Deadline deadline = Deadline.after(Duration.ofMillis(100));
        sampler.close(deadline);

        assertThat(early).isFalse();
        assertThat(hanging).startsWith(SamplerTest.class.getName());
        assertThat(deadline.isExpired()).isTrue();
    }

    @Test
    void forgetsASourceThatIsNotWatchedAnyMore() {
        Sampler sampler = sampler(ticker);
        Registration watched = sampler.watch(source(sink -> sink.gauge(MOOD, 1)));
        sampler.start();
        awaitSamplings(1);

        watched.close();
        pass(INTERVAL);
        awaitSamplings(2);

        assertThat(values("mood")).containsExactly(1.0, Double.NaN);
    }

    @Test
    void endsItsThread() {
        Sampler sampler = sampler(ticker);
        sampler.start();
        awaitSamplings(1);

        sampler.close(Deadline.after(LIMIT));
        sampler.close(Deadline.after(LIMIT));

        assertThat(samplerThreads()).isEmpty();
    }

    private Sampler sampler(Ticker by) {
        Sampler sampler = new Sampler(INTERVAL, history, by, clock::get, samplings::incrementAndGet);
        opened.add(sampler);
        return sampler;
    }

    private void awaitSamplings(int count) {
        await().atMost(LIMIT).until(() -> samplings.get() >= count);
    }

    private void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
        ticker.advance(time);
    }

    private List<Double> values(String name) {
        return history.series(name).get(0).measurements().stream()
                .map(Measurement::value)
                .toList();
    }

    private static Thread.State stateOfSampler() {
        return samplerThreads().get(0).getState();
    }

    private static List<Thread> samplerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("renum-health-sampler"))
                .toList();
    }

    private void hang() {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static Monitored source(Consumer<MetricSink> figures) {
        return new Monitored() {
            @Override
            public List<CheckSpec> checks() {
                return List.of();
            }

            @Override
            public void measure(MetricSink sink) {
                figures.accept(sink);
            }
        };
    }
}
