package dev.renum.health.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areWhatWasRecorded(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Histogram recorded = Times.histogram();
        for (int i = 0; i < 200; i++) {
            long nanos = (long) Math.exp(random.nextDouble(0, 26));
            recorded.recordValueWithCount(Times.micros(nanos), random.nextLong(1, 1L << random.nextInt(1, 40)));
        }

        Histogram restored = Times.histogram();
        Times.of(recorded).addTo(restored);

        assertThat(restored).isEqualTo(recorded);
    }

    @Test
    void keepTheShortestAndTheLongestTime() {
        Histogram recorded = Times.histogram();
        recorded.recordValue(Times.micros(0));
        recorded.recordValue(Times.micros(Long.MAX_VALUE));

        Histogram restored = Times.histogram();
        Times.of(recorded).addTo(restored);

        assertThat(restored).isEqualTo(recorded);
    }

    @Test
    void addToWhatIsThere() {
        Histogram sum = Times.histogram();
        sum.recordValue(5_000);
        Histogram more = Times.histogram();
        more.recordValueWithCount(5_000, 2);
        more.recordValue(90_000);

        Times.of(more).addTo(sum);

        assertThat(sum.getTotalCount()).isEqualTo(4);
        assertThat(sum.getCountAtValue(5_000)).isEqualTo(3);
        assertThat(sum.getCountAtValue(90_000)).isEqualTo(1);
    }
}
