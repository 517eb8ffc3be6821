package dev.renum.health.sampling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.renum.health.metric.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodsTest {
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final long BEGIN = Instant.parse("2026-03-29T00:00:00Z").toEpochMilli();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comeToWhatANaiveComputationDoes(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Periods periods = new Periods(LENGTH, 1_000);
        Map<Instant, List<Double>> naive = new LinkedHashMap<>();
        long at = BEGIN;

        for (int i = 0; i < 2_000; i++) {
            at += random.nextLong(1, 90_000);
            double value = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(-1e6, 1e6);
            periods.add(at, value);
            Instant from = Instant.ofEpochMilli(at - at % LENGTH.toMillis());
            naive.computeIfAbsent(from, key -> new ArrayList<>()).add(value);
        }

        List<Rollup> over = periods.over();
        assertThat(over)
                .extracting(Rollup::from)
                .containsExactlyElementsOf(
                        naive.keySet().stream().limit(naive.size() - 1).toList());
        over.forEach(rollup -> assertIsOf(rollup, requireNonNull(naive.get(rollup.from()))));
    }

    @Test
    void isNotKnownWhereNothingWas() {
        Periods periods = new Periods(LENGTH, 10);

        periods.add(BEGIN, Double.NaN);
        periods.add(BEGIN + LENGTH.toMillis(), 1);

        Rollup rollup = periods.over().get(0);
        assertThat(rollup.count()).isZero();
        assertThat(List.of(rollup.min(), rollup.max(), rollup.mean(), rollup.last()))
                .containsOnly(Double.NaN);
    }

    @Test
    void isNotThereBeforeItIsOver() {
        Periods periods = new Periods(LENGTH, 10);

        periods.add(BEGIN, 1);
        periods.add(BEGIN + LENGTH.toMillis() - 1, 2);

        assertThat(periods.over()).isEmpty();
    }

    @Test
    void beginsAnotherOnceTheClockIsSetBack() {
        Periods periods = new Periods(LENGTH, 10);

        periods.add(BEGIN, 1);
        periods.add(BEGIN - LENGTH.toMillis(), 2);
        periods.add(BEGIN, 3);

        assertThat(periods.over()).extracting(Rollup::last).containsExactly(1.0, 2.0);
    }

    @Test
    void keepsNoMoreThanItsCapacity() {
        Periods periods = new Periods(LENGTH, 3);

        for (int i = 0; i < 10; i++) {
            periods.add(BEGIN + i * LENGTH.toMillis(), i);
        }

        assertThat(periods.over()).extracting(Rollup::last).containsExactly(6.0, 7.0, 8.0);
    }

    private static void assertIsOf(Rollup rollup, List<Double> values) {
        DoubleSummaryStatistics known = values.stream()
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        assertThat(rollup.length()).isEqualTo(LENGTH);
        assertThat(rollup.count()).isEqualTo((int) known.getCount());
        if (known.getCount() > 0) {
            assertThat(rollup.min()).isEqualTo(known.getMin());
            assertThat(rollup.max()).isEqualTo(known.getMax());
            assertThat(rollup.mean()).isCloseTo(known.getAverage(), within(1e-6));
            assertThat(values).contains(rollup.last());
        }
    }
}
