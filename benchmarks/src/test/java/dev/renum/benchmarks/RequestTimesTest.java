package dev.renum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestTimesTest {
    private static final int COUNT = 1_000;

    private final RequestTimes times = RequestTimes.of(7, 3, COUNT);

    @Test
    void areTheSameForTheSameRouteAndMoment() {
        assertThat(times.nanos())
                .containsExactlyElementsOf(
                        RequestTimes.of(7, 3, COUNT).nanos().boxed().toList());
        assertThat(times.percentile(50))
                .isNotEqualTo(RequestTimes.of(7, 4, COUNT).percentile(50));
    }

    @Test
    void haveAPercentileThatItsShareDoesNotExceed() {
        long p95 = times.percentile(95);

        assertThat(times.nanos().filter(nanos -> nanos <= p95)).hasSize(950);
        assertThat(times.nanos().max()).hasValue(times.percentile(100));
    }
}
