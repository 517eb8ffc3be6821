package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.sampling.Sampler;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BlindSpotsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicInteger samplings = new AtomicInteger();
    private final RecordingLogger log = new RecordingLogger();
    private final Sampler sampler = new Sampler(INTERVAL, 10, Set.of(), ticker, samplings::incrementAndGet);

    @AfterEach
    void close() {
        sampler.close(Deadline.after(LIMIT));
    }

    @Test
    void areNoneWhereAllIsSeen() {
        BlindSpots spots = new BlindSpots(sampler, () -> "", log.atOnce());

        spots.tell();

        assertThat(spots.now()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void areToldOnceAndAgainWhenTheyComeBack() {
        AtomicBoolean failing = new AtomicBoolean(true);
        BlindSpots spots = new BlindSpots(sampler, () -> "", log.atOnce());
        sampler.watch(source(sink -> {
            if (failing.get()) {
                throw new IllegalStateException("broken");
            }
        }));
        sampler.start();
        awaitSamplings(1);
        spots.tell();
        spots.tell();
        int afterFirst = log.lines().size();
        failing.set(false);
        sampleAgain();
        spots.tell();
        int afterRecovery = log.lines().size();
        failing.set(true);
        sampleAgain();

        spots.tell();

        assertThat(List.of(afterFirst, afterRecovery)).containsExactly(1, 1);
        assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("WARN ") && line.contains("broken"));
    }

    @Test
    void areWhatThereIsNoRoomFor() {
        BlindSpots spots = new BlindSpots(sampler, () -> "", log.atOnce());
        Metric orders = new Metric("orders", "", "Orders.");
        sampler.watch(source(sink -> {
            for (int i = 0; i < 336; i++) {
                sink.gauge(orders, i, "shop", Integer.toString(i));
            }
        }));
        sampler.start();
        awaitSamplings(1);

        List<Finding> now = spots.now();

        assertThat(now).singleElement().satisfies(spot -> {
            assertThat(spot.code()).isEqualTo(HealthCode.SERIES_DROPPED.id());
            assertThat(spot.message()).contains("3 series more");
        });
    }

    @Test
    void areNoWarningWhereThePlatformTellsLess() {
        BlindSpots spots = new BlindSpots(sampler, () -> "swap of this machine", log.atOnce());

        spots.tell();

        assertThat(spots.now()).singleElement().satisfies(spot -> {
            assertThat(spot.severity()).isEqualTo(Severity.INFO);
            assertThat(spot.message()).endsWith("swap of this machine");
        });
        assertThat(log.lines()).singleElement().asString().startsWith("INFO ");
    }

    @Test
    void doNotMindALogThatFails() {
        BlindSpots spots =
                new BlindSpots(sampler, () -> "swap", RecordingLogger.failing().atOnce());

        spots.tell();

        assertThat(spots.now()).hasSize(1);
    }

    private void sampleAgain() {
        int before = samplings.get();
        ticker.advance(INTERVAL);
        awaitSamplings(before + 1);
    }

    private void awaitSamplings(int count) {
        await().atMost(LIMIT).until(() -> samplings.get() >= count);
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
