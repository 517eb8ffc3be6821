package dev.renum.health.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.Metric;
import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import dev.renum.health.metric.Rollup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SampledHistoryTest {
    private static final Metric ORDERS = new Metric("orders", "orders", "Orders that wait.");
    private static final Metric FRESH = new Metric("fresh", "", "Something new.");
    private static final long SECOND = 1_000;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final SampledHistory history = new SampledHistory(10, Set.of("system.cpu"));
    private long now = 1_800_000_000_000L;

    @Test
    void keepsMeasurementsAndKnowsTheLatest() {
        sample(() -> history.add(ORDERS, List.of(), 1));
        sample(() -> history.add(ORDERS, List.of(), 2));

        MetricSeries series = history.find("orders").orElseThrow();

        assertThat(series.metric()).isEqualTo(ORDERS);
        assertThat(series.tags()).isEmpty();
        assertThat(series.measurements()).extracting(Measurement::value).containsExactly(1.0, 2.0);
        assertThat(series.latest()).contains(series.measurements().get(1));
        assertThat(series.latest().orElseThrow().at().toEpochMilli()).isEqualTo(now);
    }

    @Test
    void isNotKnownWhereNobodyToldAndNeverZero() {
        sample(() -> history.add(ORDERS, List.of(), 1));
        sample(() -> {});
        sample(() -> history.add(ORDERS, List.of(), Double.POSITIVE_INFINITY));
        sample(() -> history.add(ORDERS, List.of(), Double.NaN));

        assertThat(values("orders")).containsExactly(1.0, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void takesTheFirstOfTwoValuesForOneSeries() {
        sample(() -> {
            history.add(ORDERS, List.of(), 1);
            history.add(ORDERS, List.of(), 2);
        });

        assertThat(values("orders")).containsExactly(1.0);
    }

    @Test
    void tellsSeriesApartByTheirTags() {
        sample(() -> {
            history.add(ORDERS, List.of("shop", "a", "kind", "x"), 1);
            history.add(ORDERS, List.of("shop", "b", "kind", "x"), 2);
        });

        assertThat(history.find("orders")).isEmpty();
        assertThat(history.find("orders", "kind", "x", "shop", "b")
                        .orElseThrow()
                        .tags())
                .isEqualTo(Map.of("shop", "b", "kind", "x"));
        assertThat(history.find("orders", "shop", "c", "kind", "x")).isEmpty();
        assertThat(history.series("orders")).hasSize(2);
        assertThat(history.series("nothing")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.find("orders", "shop"))
                .withMessageContaining("[shop]");
    }

    @Test
    void hidesSecretsInTagsAndFindsTheSeriesAllTheSame() {
        List<String> tags = List.of("url", "https://joe:hunter2@shop.example/", "password", "hunter2");
        sample(() -> history.add(ORDERS, tags, 1));

        MetricSeries series =
                history.find("orders", tags.toArray(String[]::new)).orElseThrow();

        assertThat(series.tags().toString()).contains("shop.example").doesNotContain("hunter2");
    }

    @Test
    void namesWhatIsDeclaredAndWhatWasSampled() {
        sample(() -> history.add(ORDERS, List.of(), 1));

        assertThat(history.names()).containsExactly("orders", "system.cpu");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> history.names().clear());
    }

    @Test
    void waitsOnceForAFirstSamplingAndNotForEver() {
        long begun = System.nanoTime();

        for (int i = 0; i < 10; i++) {
            assertThat(history.names()).containsExactly("system.cpu");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void keepsTheInterruptOfWhoWaitsForAFirstSampling() {
        Thread.currentThread().interrupt();

        Set<String> names = history.names();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(names).containsExactly("system.cpu");
    }

    @Test
    void countsWhatThereIsNoRoomFor() {
        sample(() -> {
            fill();
            addMany(FRESH, 7);
        });

        assertThat(history.series(FRESH.name())).isEmpty();
        assertThat(history.dropped()).isEqualTo(7);
        sample(() -> addMany(1));
        assertThat(history.dropped()).isZero();
    }

    @Test
    void leavesRoomForOtherFiguresWhereOneHasTooManySeries() {
        sample(() -> addMany(SampledHistory.MAX_SERIES + 200));
        long dropped = history.dropped();

        sample(() -> addMany(FRESH, 10));

        assertThat(history.series("orders")).hasSize(SampledHistory.MAX_SERIES_PER_NAME);
        assertThat(dropped).isEqualTo(SampledHistory.MAX_SERIES + 200 - SampledHistory.MAX_SERIES_PER_NAME);
        assertThat(history.series(FRESH.name())).hasSize(10);
    }

    @Test
    void letsTheLongSilentGiveWay() {
        sample(this::fill);
        now += HOUR - 2 * SECOND;
        sample(() -> addMany(FRESH, 1));
        boolean early = history.find(FRESH.name()).isPresent();
        now += 2 * SECOND;

        sample(() -> {
            addMany(10);
            addMany(FRESH, 1);
        });

        assertThat(early).isFalse();
        assertThat(history.find(FRESH.name())).isPresent();
        assertThat(history.series("orders")).hasSize(10);
        assertThat(history.dropped()).isZero();
    }

    @Test
    void letsTheLongSilentOfTheSameFigureGiveWay() {
        sample(() -> addMany(SampledHistory.MAX_SERIES_PER_NAME));
        now += HOUR + SECOND;

        sample(() -> history.add(ORDERS, List.of("shop", "new"), 1));

        assertThat(history.series("orders")).hasSize(1);
        assertThat(history.dropped()).isZero();
    }

    @Test
    void rollsUpFiveMinutesAndHours() {
        for (int i = 0; i < 121; i++) {
            double value = i;
            sample(() -> history.add(ORDERS, List.of(), value));
            now += 59 * SECOND;
        }

        MetricSeries series = history.find("orders").orElseThrow();
        assertThat(series.measurements()).hasSize(10);
        assertThat(series.fiveMinutes()).hasSize(24).allMatch(rollup -> rollup.count() >= 4);
        assertThat(series.hours()).extracting(Rollup::length).containsExactly(Duration.ofHours(1), Duration.ofHours(1));
        assertThat(series.fiveMinutes().stream().mapToInt(Rollup::count).sum())
                .isEqualTo(series.hours().stream().mapToInt(Rollup::count).sum());
    }

    private void addMany(int count) {
        addMany(ORDERS, count);
    }

    /** Leaves no room for any other figure. */
    private void fill() {
        int left = SampledHistory.MAX_SERIES;
        for (int i = 0; left > 0; i++) {
            int next = Math.min(left, 250);
            addMany(i == 0 ? ORDERS : new Metric("orders" + i, "orders", "Other orders that wait."), next);
            left -= next;
        }
    }

    private void addMany(Metric metric, int count) {
        for (int i = 0; i < count; i++) {
            history.add(metric, List.of("shop", Integer.toString(i)), i);
        }
    }

    private void sample(Runnable adding) {
        now += SECOND;
        history.begin(now);
        adding.run();
        history.end();
    }

    private List<Double> values(String name) {
        return history.find(name).orElseThrow().measurements().stream()
                .map(Measurement::value)
                .toList();
    }
}
