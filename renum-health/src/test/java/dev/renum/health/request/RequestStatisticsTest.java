package dev.renum.health.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.testkit.FakeTicker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RequestStatisticsTest {
    private final FakeTicker ticker = new FakeTicker();
    private final RequestStatistics requests = RequestStatistics.of(ticker);
    private final Figures figures = new Figures();

    @Test
    void countsByMethodRouteAndStatus() {
        record("GET", "/teams/{id}", 200, Duration.ofMillis(5));
        record("GET", "/teams/{id}", 200, Duration.ofMillis(7));
        record("GET", "/teams/{id}", 404, Duration.ofMillis(1));

        requests.measure(figures);

        assertThat(figures.timers)
                .containsEntry("[method, GET, uri, /teams/{id}, status, 200, outcome, SUCCESS]", "2 x 12 ms")
                .containsEntry("[method, GET, uri, /teams/{id}, status, 404, outcome, CLIENT_ERROR]", "1 x 1 ms")
                .hasSize(2);
    }

    @Test
    void boundsWhatComesFromOutside() {
        record("BREW", "/pot", 418, Duration.ZERO);
        for (int i = 0; i < 1_000; i++) {
            record("GET", "/" + i, 200, Duration.ZERO);
        }
        requests.end(requests.begin(), "GET", null, 999);

        requests.measure(figures);

        assertThat(figures.timers).hasSize(200 + 2);
        assertThat(figures.timers.keySet())
                .anyMatch(tags -> tags.startsWith("[method, OTHER, uri, /pot"))
                .anyMatch(tags -> tags.startsWith("[method, GET, uri, unmatched, status, UNKNOWN, outcome, UNKNOWN"))
                .anyMatch(tags -> tags.startsWith("[method, GET, uri, other"));
    }

    @Test
    void knowsWhatIsInFlight() {
        long first = requests.begin();
        long second = requests.begin();
        requests.end(first, "GET", "/", 500);

        requests.measure(figures);

        assertThat(requests.inFlight()).isEqualTo(1);
        assertThat(figures.gauges).containsEntry("http.server.requests.active", 1.0);
        requests.end(second, "GET", "/", 100);
        assertThat(requests.inFlight()).isZero();
    }

    @Test
    void knowsThatARequestHasEndedWhoseTimeCannotBeRead() {
        AtomicBoolean broken = new AtomicBoolean();
        RequestStatistics counting = RequestStatistics.of(() -> {
            if (broken.get()) {
                throw new IllegalStateException("no clock");
            }
            return 0;
        });
        long begun = counting.begin();
        broken.set(true);

        assertThatIllegalStateException().isThrownBy(() -> counting.end(begun, "GET", "/", 200));

        assertThat(counting.inFlight()).isZero();
    }

    @Test
    void losesNothingAmongThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        for (int thread = 0; thread < 4; thread++) {
            threads.execute(() -> {
                awaitUninterrupted(start);
                for (int i = 0; i < 10_000; i++) {
                    requests.end(requests.begin(), "GET", "/" + i % 7, 200 + i % 5);
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        requests.measure(figures);

        assertThat(figures.count).isEqualTo(40_000);
        assertThat(requests.inFlight()).isZero();
    }

    @Test
    void allocatesNothingForWhatItKnows() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) {
            requests.end(requests.begin(), "GET", "/teams/{id}", 200);
        }

        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 10_000; i++) {
            requests.end(requests.begin(), "GET", "/teams/{id}", 200);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(allocated / 10_000).isZero();
    }

    @Test
    void allocatesNothingForARequestSlowerThanAllBefore() {
        AtomicLong now = new AtomicLong();
        RequestStatistics counting = RequestStatistics.of(now::get);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) {
            now.addAndGet(i);
            counting.end(0, "GET", "/teams/{id}", 200, "4bf92f");
        }

        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 10_000; i++) {
            now.addAndGet(i);
            counting.end(0, "GET", "/teams/{id}", 200, "4bf92f");
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(allocated / 10_000).isZero();
    }

    private void record(String method, String route, int status, Duration took) {
        long begun = requests.begin();
        ticker.advance(took);
        requests.end(begun, method, route, status);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps what is measured. */
    private static final class Figures implements MetricSink {
        private final Map<String, String> timers = new TreeMap<>();
        private final Map<String, Double> gauges = new TreeMap<>();
        private long count;

        @Override
        public void gauge(Metric metric, double value, String... tags) {
            gauges.put(metric.name(), value);
        }

        @Override
        public void counter(Metric metric, double total, String... tags) {
            throw new AssertionError("requests have no counter");
        }

        @Override
        public void timer(Metric metric, long count, long totalNanos, String... tags) {
            this.count += count;
            timers.put(Arrays.toString(tags), count + " x " + totalNanos / 1_000_000 + " ms");
        }
    }
}
