package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Finding;
import dev.renum.core.Registration;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.metric.Figure;
import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.SystemMetrics;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MonitorFiguresTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();
    private static final Metric PENDING =
            new Metric("jdbc.connections.pending", "threads", "Threads that wait for a connection.");

    private final FakeTicker ticker = new FakeTicker();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<HealthMonitor> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        release.countDown();
        opened.forEach(HealthMonitor::close);
    }

    @Test
    void knowsTheFiguresOfWhatItWatchesAndItsOwn() {
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                .watch(source(sink -> sink.gauge(PENDING, 2, "pool", "main")))
                .check(CheckSpec.of("db", HealthResult::up)));

        assertThat(monitor.metrics().names())
                .contains(
                        "jdbc.connections.pending",
                        "renum.health.system.status",
                        "renum.health.check.rate",
                        "http.server.requests.p95",
                        "system.cpu",
                        "scheduler.lateness");
        assertThat(monitor.metrics()
                        .find("jdbc.connections.pending", "pool", "main")
                        .orElseThrow()
                        .latest()
                        .orElseThrow()
                        .value())
                .isEqualTo(2);
        assertThat(monitor.metrics().dropped()).isZero();
    }

    @Test
    void samplesWhatIsWatchedLaterUntilItIsNotAnyMore() {
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS));
        monitor.metrics().names();
        Registration watched = monitor.watch(source(sink -> sink.gauge(PENDING, 3)));

        ticker.advance(SETTINGS.samplingInterval());
        await().atMost(LIMIT).until(() -> latest(monitor) == 3);
        watched.close();
        ticker.advance(SETTINGS.samplingInterval());

        await().atMost(LIMIT).until(() -> Double.isNaN(latest(monitor)));
    }

    @Test
    void countsFiguresInTheScoreAndSaysWhy() {
        HealthMonitor monitor =
                open(HealthMonitor.builder(SETTINGS).watch(source(sink -> sink.gauge(PENDING, 10, "pool", "main"))));

        await().atMost(LIMIT).until(() -> points(monitor) == 10);
        ticker.advance(SETTINGS.samplingInterval());

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                monitor.detectPerformanceIssues().issues())
                        .filteredOn(issue -> issue.finding().code().equals(HealthCode.POOL_WAITS.id()))
                        .singleElement()
                        .satisfies(issue -> assertThat(issue.evidence())
                                .containsEntry("pool", "main")
                                .containsEntry("last 5 minutes", "10.00 to 10.00, mean 10.00 of 2 measurements")));
    }

    @Test
    void forgetsFiguresThatNobodySamplesAnyMore() {
        AtomicInteger calls = new AtomicInteger();
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS).watch(source(sink -> {
            sink.gauge(PENDING, 10);
            if (calls.incrementAndGet() > 1) {
                hang();
            }
        })));
        await().atMost(LIMIT).until(() -> points(monitor) == 10);
        ticker.advance(SETTINGS.samplingInterval());
        await().atMost(LIMIT).until(() -> calls.get() == 2);

        ticker.advance(SETTINGS.samplingInterval().multipliedBy(3));

        await().atMost(LIMIT).until(() -> !monitor.snapshot().stale() && points(monitor) == 0);
        assertThat(monitor.generateHealthDashboard().blindSpots())
                .extracting(Finding::code)
                .contains(HealthCode.SOURCE_HANGS.id());
    }

    @Test
    void runsItsChecksWhileASourceHangs() {
        AtomicInteger asked = new AtomicInteger();
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                .watch(source(sink -> {
                    asked.incrementAndGet();
                    hang();
                }))
                .check(CheckSpec.of("db", HealthResult::up).required()));
        await().atMost(LIMIT).until(() -> asked.get() == 1);

        assertThat(monitor.refresh(LIMIT).isReady()).isTrue();
    }

    @Test
    void showsTheSystem() {
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS));

        SystemMetrics system = monitor.collectSystemMetrics();

        assertThat(system.figures()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(system.figures())
                .extracting(figure -> figure.metric().name())
                .isSorted();
        assertThat(system.value("jvm.heap")).isBetween(0.0, 1.0);
        assertThat(system.value("no.such.figure")).isNaN();
        assertThat(system.toString()).contains("jvm.threads ");
        assertThat(system.figures()).anyMatch(Figure::isKnown);
        assertThat(monitor.generateHealthDashboard().system().figures()).isNotEmpty();
    }

    @Test
    void saysWhichSourceFails() {
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS).watch(source(sink -> {
            throw new IllegalStateException("counter overflow");
        })));
        monitor.metrics().names();

        assertThat(monitor.generateHealthDashboard().blindSpots())
                .filteredOn(spot -> spot.code().equals(HealthCode.SOURCE_FAILED.id()))
                .singleElement()
                .satisfies(spot -> assertThat(spot.message()).contains("counter overflow"));
    }

    @Test
    void samplesNothingIfItIsDisabled() {
        HealthMonitor monitor = open(
                HealthMonitor.builder(HealthSettings.builder().enabled(false).build())
                        .watch(source(sink -> {
                            throw new IllegalStateException("must not be asked");
                        })));

        assertThat(monitor.metrics().names()).contains("system.cpu", "scheduler.lateness");
        assertThat(monitor.metrics().series("system.cpu")).isEmpty();
        assertThat(monitor.metrics().find("system.cpu")).isEmpty();
        assertThat(monitor.metrics().dropped()).isZero();
        assertThat(monitor.collectSystemMetrics().figures()).isEmpty();
        assertThat(monitor.generateHealthDashboard().blindSpots()).isEmpty();
    }

    @Test
    void endsAllOfItsThreads() {
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS));
        monitor.metrics().names();

        monitor.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().equals("renum-health-sampler"));
    }

    private HealthMonitor open(HealthMonitor.Builder builder) {
        HealthMonitor monitor = builder.ticker(ticker).build();
        opened.add(monitor);
        return monitor;
    }

    private static double latest(HealthMonitor monitor) {
        return monitor.metrics().series(PENDING.name()).stream()
                .flatMap(series -> series.latest().stream())
                .mapToDouble(Measurement::value)
                .sum();
    }

    private static int points(HealthMonitor monitor) {
        return monitor.snapshot().score().deductions().stream()
                .filter(deduction -> deduction.cause().equals("threads wait for a connection"))
                .mapToInt(Deduction::points)
                .sum();
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
