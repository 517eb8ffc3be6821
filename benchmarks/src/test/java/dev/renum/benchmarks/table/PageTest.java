package dev.renum.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

final class PageTest {
    @Test
    void hasOneTableForEachBenchmark() {
        List<String> names = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .flatMap(PageTest::names)
                .toList();

        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Page.tables())
                        .filteredOn(table -> table.names().matcher(name).matches())
                        .as(name)
                        .hasSize(1));
    }

    private static Stream<String> names(BenchmarkListEntry benchmark) {
        String name = benchmark.getUsername().replaceFirst("^dev\\.renum\\.benchmarks\\.", "");
        return Stream.of(benchmark.getParams().orElse(Map.of()).getOrDefault("settings", new String[] {""}))
                .map(settings -> (name + " " + settings).strip());
    }
}
