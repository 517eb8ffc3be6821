package dev.renum.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateTest {
    @Test
    void widensARatioByBothErrors() {
        Estimate ratio = new Estimate(10, 8, 12).dividedBy(new Estimate(4, 2, 5));

        assertThat(ratio).isEqualTo(new Estimate(2.5, 1.6, 6));
    }

    @Test
    void doesNotGoBelowZeroForTimesThatNoiseHasMadeNegative() {
        Estimate ratio = new Estimate(1, -3, 5).dividedBy(new Estimate(1, 0.5, 1.5));

        assertThat(ratio.low()).isZero();
    }

    @Test
    void knowsNoUpperEndWhenTheDivisorMayBeZero() {
        Estimate ratio = new Estimate(1, 0.5, 1.5).dividedBy(new Estimate(1, -3, 5));

        assertThat(ratio.low()).isEqualTo(0.1);
        assertThat(ratio.high()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3", "4, 2, 3", "NaN, 2, 3", "2, NaN, 3", "2, 1, NaN"})
    void refusesWhatIsNoInterval(double value, double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(value, low, high))
                .withMessageContaining(Double.toString(value));
    }
}
