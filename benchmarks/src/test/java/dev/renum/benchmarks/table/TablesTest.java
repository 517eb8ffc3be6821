package dev.renum.benchmarks.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TablesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void sortsByTimeAndDividesByTheBaseline() throws IOException {
        print(
                result("ConfigReadPeersBenchmark.archaius", "", "2.0", "0.5", 0),
                result("ConfigReadBenchmark.volatileRecord", "", "1.0", "0.1", 0),
                result("ConfigReadBenchmark.renumLive", "", "1.5", "0.3", 16));

        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "| Read a number | ns | B per call | × `volatileRecord` | range |",
                        "| --- | --- | --- | --- | --- |",
                        "| `volatileRecord` | 1.00 ± 0.10 | 0 | 1.00 | 0.82 to 1.22 |",
                        "| `renumLive` | 1.50 ± 0.30 | 16 | 1.50 | 1.09 to 2.00 |",
                        "| `archaius` | 2.00 ± 0.50 | 0 | 2.00 | 1.36 to 2.78 |",
                        "");
        assertThat(err.size()).isZero();
    }

    @Test
    void hasATableForEveryNumberOfSettings() throws IOException {
        print(
                result("ConfigLoadBenchmark.rawSmallRye", "10", "50", "1", 100),
                result("ConfigLoadBenchmark.rawSmallRye", "1000", "3000", "1", 3_000_000),
                result("ConfigLoadBenchmark.renum", "1000", "4500", "1", 4_000_000));

        assertThat(out.toString(UTF_8).lines())
                .filteredOn(line -> !line.contains("---"))
                .containsExactly(
                        "| Load 10 settings | ns | B per call | × `rawSmallRye` | range |",
                        "| `rawSmallRye` | 50.0 ± 1.00 | 100 | 1.00 | 0.96 to 1.04 |",
                        "",
                        "| Load 1000 settings | ns | B per call | × `rawSmallRye` | range |",
                        "| `rawSmallRye` | 3,000 ± 1.00 | 3,000,000 | 1.00 | 1.00 to 1.00 |",
                        "| `renum` | 4,500 ± 1.00 | 4,000,000 | 1.50 | 1.50 to 1.50 |",
                        "");
    }

    @Test
    void showsWhatIsNotKnown() throws IOException {
        print(result("ConfigReadBenchmark.volatileRecord", "", "1.0", "\"NaN\"", 0));

        assertThat(out.toString(UTF_8)).contains("| `volatileRecord` | 1.00 ± ? | 0 | 1.00 | ? to ? |");
    }

    @Test
    void namesWhatBelongsToNoTable() throws IOException {
        print(result("CacheReadBenchmark.renum", "", "1.0", "0.1", 0));

        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8)).contains("CacheReadBenchmark.renum");
    }

    @Test
    void saysHowItIsCalled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tables.main(new String[0]))
                .withMessageStartingWith("usage");
    }

    private void print(String... results) throws IOException {
        Path file = Files.writeString(directory.resolve("results.json"), "[" + String.join(",", results) + "]");
        Tables.print(file, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static String result(String name, String settings, String time, String error, int bytes) {
        String params = settings.isEmpty() ? "" : "'params': {'settings': '" + settings + "'},";
        String metric = "{'score': " + time + ", 'scoreError': " + error.replace('"', '\'') + ", 'scoreUnit': 'ns/op'}";
        return ("{'benchmark': 'dev.renum.benchmarks." + name + "', " + params + " 'primaryMetric': " + metric
                        + ", 'secondaryMetrics': {'gc.alloc.rate.norm': {'score': " + bytes + "}}}")
                .replace('\'', '"');
    }
}
