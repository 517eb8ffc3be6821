package dev.renum.health.request;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteReportTest {
    private final FakeTicker ticker = new FakeTicker();
    private final RequestStatistics requests = RequestStatistics.of(ticker);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hasPercentilesThatAreRightToOnePercent(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long[] micros = LongStream.generate(() -> (long) Math.exp(random.nextGaussian(9, 1.5)) + 200)
                .limit(10_000)
                .toArray();
        Arrays.stream(micros).forEach(time -> record("/", 200, Duration.ofNanos(time * 1_000), null));
        Arrays.sort(micros);

        RouteReport report = requests.routes().get(0);

        assertThat(error(report.p50(), micros[4_999])).isLessThanOrEqualTo(0.01);
        assertThat(error(report.p95(), micros[9_499])).isLessThanOrEqualTo(0.01);
        assertThat(error(report.p99(), micros[9_899])).isLessThanOrEqualTo(0.01);
        assertThat(report.max()).isEqualTo(Duration.ofNanos(micros[9_999] * 1_000));
    }

    @Test
    void coversTheLastFiveMinutesWhoeverLooksMeanwhile() {
        for (int minute = 0; minute < 10; minute++) {
            record("/", minute < 5 ? 500 : 200, Duration.ofMillis(100L * (10 - minute)), "trace-" + minute);
            requests.routes();
            ticker.advance(Duration.ofMinutes(1).minusMillis(100L * (10 - minute)));
        }

        RouteReport report = requests.routes().get(0);

        assertThat(report.requests()).isEqualTo(5);
        assertThat(report.errors()).isZero();
        assertThat(report.slowest()).isNotNull().satisfies(slowest -> {
            assertThat(slowest.traceId()).isEqualTo("trace-5");
            assertThat(slowest.duration()).isEqualTo(Duration.ofMillis(500));
            assertThat(slowest.status()).isEqualTo(200);
        });
    }

    @Test
    void showsTheSameToWhoeverLooksAgainWithinFiveSeconds() {
        record("/", 200, Duration.ofMillis(1), null);
        List<RouteReport> first = requests.routes();
        record("/", 200, Duration.ofMillis(1), null);

        List<RouteReport> second = requests.routes();
        ticker.advance(Duration.ofSeconds(5));

        assertThat(second).isEqualTo(first);
        assertThat(requests.routes().get(0).requests()).isEqualTo(2);
    }

    @Test
    void keepsFewIntervalsSoThatItForgetsFortySecondsAtOnceIfSomebodyLooksAllTheTime() {
        LongSummaryStatistics counts = new LongSummaryStatistics();
        for (int second = 0; second < 900; second += 5) {
            record("/", second < 400 ? 500 : 200, Duration.ofSeconds(5), "trace-" + second);
            counts.accept(requests.routes().get(0).requests());
        }

        RouteReport report = requests.routes().get(0);

        assertThat(counts.getMax()).isBetween(67L, 69L);
        assertThat(report.requests()).isBetween(60L, 69L);
        assertThat(report.errors()).isZero();
        assertThat(report.p99()).isCloseTo(Duration.ofSeconds(5), Duration.ofMillis(50));
        assertThat(report.max()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void tellsHowManyFailed() {
        record("/a", 200, Duration.ofMillis(1), null);
        record("/a", 503, Duration.ofMillis(1), null);
        record("/a", 404, Duration.ofMillis(1), null);
        record("/a", 500, Duration.ofMillis(1), null);
        record("/b", 200, Duration.ofMinutes(3), null);

        List<RouteReport> reports = requests.routes();

        assertThat(reports).extracting(RouteReport::route).containsExactly("/a", "/b");
        assertThat(reports.get(0).errorRatio()).isCloseTo(0.5, within(1e-9));
        assertThat(reports.get(1).p95()).isCloseTo(Duration.ofMinutes(1), Duration.ofMillis(600));
        assertThat(reports.get(1).max()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void isNotThereWithoutRequests() {
        record("/", 200, Duration.ofMillis(1), null);
        requests.routes();
        ticker.advance(Duration.ofMinutes(6));

        assertThat(requests.routes()).isEmpty();
    }

    @Test
    void takesNothingForRecentAfterNobodyHasLookedForHours() {
        record("/", 500, Duration.ofMillis(1), null);
        ticker.advance(Duration.ofHours(3));
        record("/", 500, Duration.ofMillis(1), null);

        List<RouteReport> first = requests.routes();
        record("/", 200, Duration.ofMillis(1), null);
        ticker.advance(Duration.ofSeconds(5));

        assertThat(first).isEmpty();
        assertThat(requests.routes())
                .singleElement()
                .satisfies(report -> assertThat(report.requests()).isEqualTo(1))
                .satisfies(report -> assertThat(report.errors()).isZero());
    }

    @Test
    void staysRecentWithoutReadersAsLongAsItKeepsUp() {
        for (int minute = 0; minute < 180; minute++) {
            record("/", 200, Duration.ofMillis(1), null);
            ticker.advance(Duration.ofMinutes(1));
            requests.keepUp();
        }

        assertThat(requests.routes())
                .singleElement()
                .satisfies(report -> assertThat(report.requests()).isEqualTo(5));
    }

    @Test
    void beginsAnewOnceTheClockHasGoneBackAnHour() {
        AtomicLong back = new AtomicLong();
        RequestStatistics counting = RequestStatistics.of(() -> ticker.read() - back.get());
        counting.end(counting.begin(), "GET", "/", 500);
        counting.routes();
        back.set(Duration.ofHours(1).toNanos());

        List<RouteReport> first = counting.routes();
        counting.end(counting.begin(), "GET", "/", 200);
        ticker.advance(Duration.ofSeconds(5));

        assertThat(first).isEmpty();
        assertThat(counting.routes())
                .singleElement()
                .satisfies(report -> assertThat(report.errors()).isZero());
    }

    @Test
    void hidesWhatATraceIdGivesAwayAndCutsIt() {
        record("/", 200, Duration.ofMillis(1), "password=hunter2");
        record("/long", 200, Duration.ofMillis(1), "x".repeat(10_000));

        assertThat(requests.routes())
                .extracting(RouteReport::slowest)
                .allSatisfy(slowest -> assertThat(requireNonNull(slowest).traceId())
                        .doesNotContain("hunter2")
                        .hasSizeLessThan(200));
    }

    private static double error(Duration shown, long micros) {
        return Math.abs(shown.toNanos() / 1_000.0 - micros) / micros;
    }

    private void record(String route, int status, Duration took, @Nullable String traceId) {
        long begun = requests.begin();
        ticker.advance(took);
        requests.end(begun, "GET", route, status, traceId);
    }
}
