package dev.renum.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RenumMetersTest {
    private static final Metric SIZE = new Metric("cache.size", "bytes", "How large the cache is.");
    private static final Metric GETS = new Metric("cache.gets", "", "How often the cache was asked.");
    private static final Metric LOADS = new Metric("cache.loads", "seconds", "How long loading took.");

    private final AtomicLong nanos = new AtomicLong();
    private final Ticker ticker = nanos::get;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Log log = new Log();

    @BeforeEach
    void record() {
        log.open();
    }

    @AfterEach
    void stop() {
        log.close();
        registry.close();
    }

    @Nested
    final class Export {
        @Test
        void writesGaugesCountersAndTimersForPrometheus() {
            PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            RenumMeters.of(ticker, component(sink -> {
                        sink.gauge(SIZE, 4096, "cache", "users");
                        sink.counter(GETS, 7, "cache", "users", "result", "hit");
                        sink.timer(LOADS, 3, 1_500_000_000, "cache", "users");
                    }))
                    .bindTo(prometheus);

            String text = prometheus.scrape();

            assertThat(text.lines())
                    .contains(
                            "# HELP cache_size_bytes How large the cache is.",
                            "# TYPE cache_size_bytes gauge",
                            "cache_size_bytes{cache=\"users\"} 4096.0",
                            "# TYPE cache_gets_total counter",
                            "cache_gets_total{cache=\"users\",result=\"hit\"} 7.0",
                            "cache_loads_seconds_count{cache=\"users\"} 3",
                            "cache_loads_seconds_sum{cache=\"users\"} 1.5");
        }

        @Test
        void exportsASeriesThatAppearsLaterWithTheNextScrape() {
            List<String> routes = new ArrayList<>(List.of("/a"));
            PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            RenumMeters.of(ticker, component(sink -> routes.forEach(route -> sink.counter(GETS, 1, "route", route))))
                    .bindTo(prometheus);
            routes.add("/b");

            later();
            prometheus.scrape();
            String text = prometheus.scrape();

            assertThat(text).contains("cache_gets_total{route=\"/a\"} 1.0", "cache_gets_total{route=\"/b\"} 1.0");
        }

        @Test
        void servesSeveralRegistries() {
            SimpleMeterRegistry other = new SimpleMeterRegistry();
            RenumMeters meters = RenumMeters.of(ticker, component(sink -> sink.gauge(SIZE, 1)));

            meters.bindTo(registry);
            meters.bindTo(other);

            assertThat(gauge(registry)).isEqualTo(1);
            assertThat(gauge(other)).isEqualTo(1);
        }

        @Test
        void survivesTheCollectionOfEverythingThatTheHostDoesNotHold() {
            RenumMeters.of(component(sink -> {
                        sink.gauge(SIZE, 1);
                        sink.counter(GETS, 2);
                        sink.timer(LOADS, 3, 4_000_000_000L);
                    }))
                    .bindTo(registry);

            System.gc();

            assertThat(gauge(registry)).isEqualTo(1);
            assertThat(counter()).isEqualTo(2);
            assertThat(registry.get("cache.loads").functionTimer().count()).isEqualTo(3);
            assertThat(registry.get("cache.loads").functionTimer().totalTime(TimeUnit.SECONDS))
                    .isEqualTo(4);
        }
    }

    @Nested
    final class Freshness {
        private final AtomicLong asked = new AtomicLong();

        @Test
        void asksOncePerSecondHoweverManyMetersAreRead() {
            RenumMeters.of(ticker, component(sink -> {
                        sink.gauge(SIZE, asked.incrementAndGet());
                        sink.counter(GETS, asked.get());
                    }))
                    .bindTo(registry);

            assertThat(gauge(registry)).isEqualTo(1);
            nanos.addAndGet(Duration.ofMillis(999).toNanos());
            assertThat(counter()).isEqualTo(1);
            nanos.addAndGet(Duration.ofMillis(1).toNanos());
            assertThat(counter()).isEqualTo(2);
            assertThat(gauge(registry)).isEqualTo(2);
        }

        @Test
        void letsAComponentReadMetersWhileItIsAsked() {
            RenumMeters.of(ticker, component(sink -> {
                        boolean first = asked.getAndIncrement() == 0;
                        sink.gauge(SIZE, first ? 1 : gauge(registry) + 1);
                    }))
                    .bindTo(registry);

            later();

            assertThat(gauge(registry)).isEqualTo(2);
        }

        @Test
        void sharesOneSamplingBetweenConcurrentReaders() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            RenumMeters.of(ticker, component(sink -> {
                        if (asked.incrementAndGet() == 2) {
                            entered.countDown();
                            await(release);
                        }
                        sink.gauge(SIZE, asked.get());
                    }))
                    .bindTo(registry);
            later();
            Reader first = Reader.start(() -> gauge(registry));
            await(entered);

            Reader second = Reader.start(() -> gauge(registry));
            release.countDown();

            assertThat(first.result()).isEqualTo(2);
            assertThat(second.result()).isEqualTo(2);
            assertThat(asked).hasValue(2);
        }

        @Test
        void showsNothingOldWhileAComponentHangs() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            RenumMeters.of(ticker, component(sink -> {
                        sink.gauge(SIZE, 1);
                        if (asked.incrementAndGet() == 2) {
                            entered.countDown();
                            await(release);
                        }
                    }))
                    .bindTo(registry);
            later();
            Reader hung = Reader.start(() -> gauge(registry));
            await(entered);

            assertThat(gauge(registry)).isNaN();
            assertThat(gauge(registry)).isNaN();

            release.countDown();
            assertThat(hung.result()).isEqualTo(1);
            assertThat(gauge(registry)).isEqualTo(1);
        }

        @Test
        void keepsTheFlagOfAReaderThatIsInterrupted() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            RenumMeters.of(ticker, component(sink -> {
                        sink.gauge(SIZE, 1);
                        if (asked.incrementAndGet() == 2) {
                            entered.countDown();
                            await(release);
                        }
                    }))
                    .bindTo(registry);
            later();
            Reader hung = Reader.start(() -> gauge(registry));
            await(entered);

            Thread.currentThread().interrupt();
            double value = gauge(registry);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(value).isNaN();
            release.countDown();
            assertThat(hung.result()).isEqualTo(1);
        }

        @Test
        void showsAFigureThatIsNoLongerToldAsUnknown() {
            RenumMeters.of(ticker, component(sink -> {
                        if (asked.getAndIncrement() == 0) {
                            sink.gauge(SIZE, 1);
                        }
                    }))
                    .bindTo(registry);
            assertThat(gauge(registry)).isEqualTo(1);

            later();

            assertThat(gauge(registry)).isNaN();
        }
    }

    @Nested
    final class Failures {
        private volatile boolean broken;

        @Test
        void showsTheFiguresOfAThrowingComponentAsUnknownAndLogsTheChangeOnly() {
            RenumMeters.of(
                            ticker,
                            component(sink -> {
                                sink.timer(LOADS, 3, 4);
                                if (broken) {
                                    throw new IllegalStateException("for a test");
                                }
                            }),
                            component(sink -> sink.gauge(SIZE, 1)))
                    .bindTo(registry);
            broken = true;

            later();
            assertThat(registry.get("cache.loads").functionTimer().totalTime(TimeUnit.SECONDS))
                    .isNaN();
            later();
            assertThat(registry.get("cache.loads").functionTimer().count()).isEqualTo(3);
            assertThat(gauge(registry)).isEqualTo(1);
            assertThat(log.messages()).singleElement().asString().contains("cannot tell its figures");

            broken = false;
            later();
            assertThat(registry.get("cache.loads").functionTimer().totalTime(TimeUnit.NANOSECONDS))
                    .isEqualTo(4);
            assertThat(log.messages()).hasSize(2).last().asString().contains("again");
        }

        @Test
        void refusesTagsThatAreNoPairs() {
            RenumMeters.of(ticker, component(sink -> sink.gauge(SIZE, 1, "cache")))
                    .bindTo(registry);

            assertThat(registry.getMeters()).isEmpty();
            assertThat(log.causes()).singleElement().asString().contains("cache.size", "use pairs");
        }

        @Test
        void refusesAnotherKindOrOtherKeysUnderOneName() {
            RenumMeters.of(
                            ticker,
                            component(sink -> sink.gauge(SIZE, 1, "cache", "users")),
                            component(sink -> sink.counter(SIZE, 1, "cache", "teams")),
                            component(sink -> sink.gauge(SIZE, 1, "node", "a")))
                    .bindTo(registry);

            assertThat(registry.getMeters()).hasSize(1);
            assertThat(log.causes())
                    .satisfiesExactly(
                            kind -> assertThat(kind).contains("COUNTER by [cache]", "GAUGE by [cache]"),
                            keys -> assertThat(keys).contains("GAUGE by [node]", "GAUGE by [cache]"));
        }

        @Test
        void refusesASeriesOfAnotherComponent() {
            RenumMeters.of(
                            ticker,
                            component(sink -> sink.gauge(SIZE, 1, "cache", "users")),
                            component(sink -> sink.gauge(SIZE, 2, "cache", "users")))
                    .bindTo(registry);

            assertThat(gauge(registry)).isEqualTo(1);
            assertThat(log.causes()).singleElement().asString().contains("another component");
        }

        @Test
        void goesOnWhenTheRegistryRefusesAMeter() {
            registry.config().meterFilter(new MeterFilter() {
                @Override
                public Meter.Id map(Meter.Id id) {
                    if (id.getName().equals("cache.gets")) {
                        throw new IllegalArgumentException("for a test");
                    }
                    return id;
                }
            });

            RenumMeters.of(ticker, component(sink -> {
                        sink.counter(GETS, 1);
                        sink.gauge(SIZE, 1);
                    }))
                    .bindTo(registry);
            later();

            assertThat(gauge(registry)).isEqualTo(1);
            assertThat(log.messages()).singleElement().asString().contains("cache.gets");
        }
    }

    @Nested
    final class Closing {
        @Test
        void removesTheMetersAndLeavesOthers() {
            RenumMeters meters = RenumMeters.of(ticker, component(sink -> sink.gauge(SIZE, 1)));
            meters.bindTo(registry);
            Meter meter = registry.get("cache.size").meter();
            registry.counter("other");

            meters.close();
            meters.close();

            assertThat(registry.getMeters())
                    .extracting(left -> left.getId().getName())
                    .containsExactly("other");
            assertThat(meter.measure().iterator().next().getValue()).isNaN();
        }

        @Test
        void allowsToBindTheNextOnes() {
            RenumMeters.of(ticker, component(sink -> sink.gauge(SIZE, 1))).bindTo(registry);
            try (RenumMeters meters = RenumMeters.of(ticker, component(sink -> sink.counter(GETS, 1)))) {
                meters.bindTo(registry);
            }

            RenumMeters.of(ticker, component(sink -> sink.counter(GETS, 2))).bindTo(registry);

            assertThat(counter()).isEqualTo(2);
        }

        @Test
        void refusesToBindAfterwards() {
            RenumMeters meters = RenumMeters.of(ticker, component(sink -> sink.gauge(SIZE, 1)));
            meters.close();

            assertThatIllegalStateException().isThrownBy(() -> meters.bindTo(registry));
        }
    }

    private void later() {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    private double counter() {
        return registry.get("cache.gets").functionCounter().count();
    }

    private static double gauge(MeterRegistry registry) {
        return registry.get("cache.size").gauge().value();
    }

    private static Monitored component(Consumer<MetricSink> figures) {
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

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a meter on a thread of its own. */
    private static final class Reader {
        private final FutureTask<Double> task;

        private Reader(Callable<Double> read) {
            task = new FutureTask<>(read);
        }

        static Reader start(Callable<Double> read) {
            Reader reader = new Reader(read);
            Thread thread = new Thread(reader.task, "reader");
            thread.setDaemon(true);
            thread.start();
            return reader;
        }

        double result() throws Exception {
            return task.get(20, TimeUnit.SECONDS);
        }
    }

    /** Keeps what the package logs, and keeps it off the console. */
    private static final class Log extends Handler {
        private static final Logger LOGGER = Logger.getLogger("dev.renum.micrometer");

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        void open() {
            LOGGER.setUseParentHandlers(false);
            LOGGER.addHandler(this);
        }

        List<String> messages() {
            return records.stream().map(LogRecord::getMessage).toList();
        }

        List<String> causes() {
            return records.stream()
                    .map(record -> record.getThrown().getMessage())
                    .toList();
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOGGER.removeHandler(this);
            LOGGER.setUseParentHandlers(true);
        }
    }
}
