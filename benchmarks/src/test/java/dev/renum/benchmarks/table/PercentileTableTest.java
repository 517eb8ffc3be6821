package dev.renum.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PercentileTableTest {
    private final PercentileTable table = new PercentileTable("Read", Pattern.compile("Read(Peers)?Benchmark\\..*"));

    @Test
    void showsSingleCallsInMicrosecondsFastestFirst() {
        Score slow =
                sampled("ReadPeersBenchmark.other", 2e9, Map.of("50.0", 2e9, "99.0", 2e9, "99.9", 2e9, "100.0", 3e9));
        Score fast =
                sampled("ReadBenchmark.renum", 60, Map.of("50.0", 50.0, "99.0", 80.0, "99.9", 240.0, "100.0", 2e4));

        List<String> lines = table.lines(List.of(slow, fast));

        assertThat(lines)
                .containsExactly(
                        "| Read | p50, us | p99, us | p99.9, us | max, us |",
                        "| --- | --- | --- | --- | --- |",
                        "| `renum` | 0.05 | 0.08 | 0.24 | 20.0 |",
                        "| `other` | 2,000,000 | 2,000,000 | 2,000,000 | 3,000,000 |",
                        "");
    }

    @Test
    void isNotThereWithoutABenchmark() {
        assertThat(table.lines(List.of(sampled("WriteBenchmark.renum", 1, Map.of()))))
                .isEmpty();
    }

    private static Score sampled(String name, double time, Map<String, Double> percentiles) {
        return new Score(name, "ns/op", time, 1, percentiles, Map.of());
    }
}
