package dev.renum.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JmhBenchTest {
    @TempDir
    private Path directory;

    @Test
    void measuresTheTimeAndTheAllocationOfExactlyTheNamedBenchmarks() throws Exception {
        Map<String, Measurement> measurements =
                bench().measure(Set.of("ConfigReadBenchmark.rawSmallRye", "ConfigReadBenchmark.none"));

        assertThat(measurements)
                .containsOnlyKeys("ConfigReadBenchmark.rawSmallRye")
                .allSatisfy((name, lookUp) -> {
                    assertThat(lookUp.nanos().value()).isPositive();
                    assertThat(lookUp.bytes().value()).isGreaterThan(16);
                });
        assertThat(directory.resolve("guard.log")).isNotEmptyFile();
    }

    @Test
    void measuresNothingWhenNoBenchmarkExists() throws Exception {
        assertThat(bench().measure(Set.of("ConfigReadBenchmark.none"))).isEmpty();
    }

    private JmhBench bench() {
        return new JmhBench(directory.resolve("guard.log"), 1, 3);
    }
}
