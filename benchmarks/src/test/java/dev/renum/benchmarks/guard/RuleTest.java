package dev.renum.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.renum.benchmarks.guard.Rule.Figure;
import dev.renum.benchmarks.guard.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class RuleTest {
    private static final Rule RATIO = new Rule("fast", Figure.RATIO, "A.renum", "A.raw", 2, "design");
    private static final Rule BYTES = new Rule("lean", Figure.BYTES_PER_CALL, "A.renum", null, 16, "design");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.0, 2.0, KEPT",
        "1.5, 1.0, 2.1, UNDECIDED",
        "2.5, 1.9, 3.1, UNDECIDED",
        "2.5, 2.0, 3.0, UNDECIDED",
        "2.5, 2.1, 2.9, BROKEN"
    })
    void isBrokenOnlyIfTheWholeIntervalIsAboveTheLimit(double value, double low, double high, Outcome expected) {
        Map<String, Measurement> measurements =
                Map.of("A.renum", times(new Estimate(value, low, high)), "A.raw", times(exactly(1)));

        Verdict verdict = RATIO.judge(measurements);

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.measured()).isEqualTo(new Estimate(value, low, high));
    }

    @Test
    void looksAtTheAllocationOfOneBenchmark() {
        Measurement measurement = new Measurement(exactly(1), exactly(24));

        Verdict verdict = BYTES.judge(Map.of("A.renum", measurement));

        assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict.measured()).isEqualTo(exactly(24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.renum", "A.raw"})
    void isMissingIfEitherBenchmarkIs(String present) {
        Verdict verdict = RATIO.judge(Map.of(present, times(exactly(1))));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(verdict.measured()).isNull();
    }

    @Test
    void namesTheBenchmarksThatItNeeds() {
        assertThat(RATIO.benchmarks()).containsExactlyInAnyOrder("A.renum", "A.raw");
        assertThat(BYTES.benchmarks()).containsOnly("A.renum");
    }

    @Test
    void isReadFromAFile() throws IOException {
        List<Rule> rules = read("""
                [{"name": "fast", "figure": "RATIO", "benchmark": "A.renum", "against": "A.raw", "limit": 2, "source": "design"},
                 {"name": "lean", "figure": "BYTES_PER_CALL", "benchmark": "A.renum", "limit": 16, "source": "design"}]
                """);

        assertThat(rules).containsExactly(RATIO, BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'figure': 'RATIO', 'benchmark': 'A.renum', 'limit': 2, 'source': 's'",
                "'figure': 'BYTES_PER_CALL', 'benchmark': 'A.renum', 'against': 'A.raw', 'limit': 2, 'source': 's'",
                "'figure': 'BYTES_PER_CALL', 'benchmark': 'A.renum', 'source': 's'",
                "'figure': 'BYTES_PER_CALL', 'benchmark': 'A.renum', 'limit': 0, 'source': 's'",
                "'figure': 'BYTES_PER_CALL', 'benchmark': 'A.renum', 'limit': 2",
                "'figure': 'BYTES_PER_CALL', 'benchmark': 'A.renum', 'limit': 2, 'source': 's', 'limits': 3",
                "'figure': 'SECONDS', 'benchmark': 'A.renum', 'limit': 2, 'source': 's'"
            })
    void refusesARuleThatSaysTooLittleOrTooMuch(String members) {
        String json = "[{'name': 'fast', " + members + "}]";

        assertThatThrownBy(() -> read(json.replace('\'', '"'))).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesAFileWithoutRules() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("[]")).withMessageContaining("guards.json");
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Rule.read(directory.resolve("none.json")))
                .withMessageContaining("none.json");
    }

    private List<Rule> read(String json) throws IOException {
        return Rule.read(Files.writeString(directory.resolve("guards.json"), json));
    }

    private static Measurement times(Estimate nanos) {
        return new Measurement(nanos, exactly(0));
    }

    private static Estimate exactly(double value) {
        return new Estimate(value, value, value);
    }
}
