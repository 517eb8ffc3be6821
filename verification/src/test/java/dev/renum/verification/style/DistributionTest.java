package dev.renum.verification.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DistributionTest {
    @Test
    void takesTheNearestRank() {
        Distribution distribution =
                new Distribution(IntStream.rangeClosed(1, 10).boxed().toList());

        assertThat(distribution.percentile(0.5)).isEqualTo(5);
        assertThat(distribution.percentile(0.9)).isEqualTo(9);
        assertThat(distribution.percentile(0.91)).isEqualTo(10);
        assertThat(distribution.max()).isEqualTo(10);
    }

    @Test
    void countsWhatIsOverTheLimitOnly() {
        assertThat(new Distribution(List.of(41, 40, 1, 2)).percentOver(40)).isEqualTo(25);
    }

    @Test
    void isZeroWithoutValues() {
        Distribution empty = new Distribution(List.of());

        assertThat(empty.max()).isZero();
        assertThat(empty.percentOver(40)).isZero();
    }
}
