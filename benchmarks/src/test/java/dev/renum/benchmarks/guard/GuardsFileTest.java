package dev.renum.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;

final class GuardsFileTest {
    static List<String> benchmarksOfEveryRule() {
        return Rule.read(Path.of("guards.json")).stream()
                .flatMap(Rule::benchmarks)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("benchmarksOfEveryRule")
    void namesBenchmarksThatExist(String benchmark) throws ReflectiveOperationException {
        int dot = benchmark.indexOf('.');

        Class<?> type = Class.forName("dev.renum.benchmarks." + benchmark.substring(0, dot));

        assertThat(type.getMethod(benchmark.substring(dot + 1)).isAnnotationPresent(Benchmark.class))
                .isTrue();
    }
}
