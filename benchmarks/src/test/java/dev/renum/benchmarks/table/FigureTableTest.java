package dev.renum.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class FigureTableTest {
    private final FigureTable table =
            new FigureTable("Memory", Pattern.compile("Memory(Peers)?Benchmark\\..*"), List.of("kib", "objects"));

    @Test
    void showsFiguresInTheOrderOfTheFirst() {
        Score large = counted("MemoryPeersBenchmark.other", Map.of("kib", 99.0, "objects", 12.0));
        Score small = counted("MemoryBenchmark.renum", Map.of("kib", 21.5, "objects", 20.0));

        List<String> lines = table.lines(List.of(large, small));

        assertThat(lines)
                .containsExactly(
                        "| Memory | kib | objects |",
                        "| --- | --- | --- |",
                        "| `renum` | 21.5 | 20.0 |",
                        "| `other` | 99.0 | 12.0 |",
                        "");
    }

    @Test
    void showsWhatIsNotKnown() {
        assertThat(table.lines(List.of(counted("MemoryBenchmark.renum", Map.of("kib", 21.5)))))
                .contains("| `renum` | 21.5 | ? |");
    }

    @Test
    void isNotThereWithoutABenchmark() {
        assertThat(table.lines(List.of(counted("SpeedBenchmark.renum", Map.of()))))
                .isEmpty();
    }

    private static Score counted(String name, Map<String, Double> figures) {
        return new Score(name, "ms/op", 1, Double.NaN, Map.of(), figures);
    }
}
