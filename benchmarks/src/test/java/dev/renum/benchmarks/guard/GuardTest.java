package dev.renum.benchmarks.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;

final class GuardTest {
    private static final String RULES = """
            [{"name": "stays fast", "figure": "RATIO", "benchmark": "A.renum", "against": "A.raw", "limit": 2, "source": "the design"},
             {"name": "stays lean", "figure": "BYTES_PER_CALL", "benchmark": "A.renum", "limit": 1, "source": "a promise"}]
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private Path rules = Path.of("");
    private Path report = Path.of("");

    @BeforeEach
    void writeRules() throws IOException {
        rules = Files.writeString(directory.resolve("guards.json"), RULES);
        report = directory.resolve("guard.json");
    }

    @Test
    void exitsWithZeroWhenEveryRuleIsKept() throws Exception {
        int exit = guard(Map.of("A.renum", measured(1.4, 1.5, 1.6, 0), "A.raw", measured(1, 1, 1, 0)));

        assertThat(exit).isZero();
        assertThat(lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("outcome"),
                        fast -> assertThat(fast)
                                .startsWith("KEPT")
                                .contains("1.5000", "1.4000 .. 1.6000", "2.0000", "stays fast"),
                        lean -> assertThat(lean).startsWith("KEPT").endsWith("stays lean"));
    }

    @Test
    void exitsWithAFailureWhenARuleIsBroken() throws Exception {
        int exit = guard(Map.of("A.renum", measured(2.9, 3, 3.1, 0), "A.raw", measured(1, 1, 1, 0)));

        assertThat(exit).isEqualTo(1);
        assertThat(lines()[1])
                .startsWith("BROKEN")
                .contains("3.0000", "2.9000 .. 3.1000")
                .endsWith("stays fast");
        assertThat(lines()[2]).endsWith("A.renum / A.raw; limit: the design");
    }

    @Test
    void passesWhenTheLimitIsWithinTheConfidenceInterval() throws Exception {
        int exit = guard(Map.of("A.renum", measured(1.9, 3, 4.1, 0), "A.raw", measured(1, 1, 1, 0)));

        assertThat(exit).isZero();
        assertThat(lines()[1]).startsWith("UNDECIDED").contains("3.0000", "1.9000 .. 4.1000");
    }

    @Test
    void exitsWithAFailureWhenACallAllocates() throws Exception {
        int exit = guard(Map.of("A.renum", measured(1, 1, 1, 16), "A.raw", measured(1, 1, 1, 0)));

        assertThat(exit).isEqualTo(1);
        assertThat(lines()[2]).startsWith("BROKEN").contains("16.0000").endsWith("stays lean");
        assertThat(lines()[3]).endsWith("A.renum; limit: a promise");
    }

    @Test
    void exitsWithAFailureWhenABenchmarkIsMissing() throws Exception {
        int exit = guard(Map.of("A.renum", measured(1, 1, 1, 0)));

        assertThat(exit).isEqualTo(1);
        assertThat(lines()[1]).startsWith("MISSING").endsWith("stays fast");
    }

    @Test
    void asksForEachBenchmarkOnce() throws Exception {
        Set<String> asked = new HashSet<>();
        Guard guard = new Guard(
                names -> {
                    asked.addAll(names);
                    return Map.of();
                },
                new PrintStream(printed, true, UTF_8));

        guard.run(rules, report);

        assertThat(asked).containsExactlyInAnyOrder("A.renum", "A.raw");
    }

    @Test
    void writesWhatItFound() throws Exception {
        guard(Map.of("A.renum", measured(2.9, 3, 3.1, 0)));

        assertThat(report).content(UTF_8).contains("\"MISSING\"", "\"stays lean\"", "\"takenAt\"");
    }

    @Test
    void saysHowItIsCalled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guard.main(new String[0]))
                .withMessageStartingWith("usage");
    }

    private int guard(Map<String, Measurement> measurements) throws IOException, RunnerException {
        return new Guard(names -> measurements, new PrintStream(printed, true, UTF_8)).run(rules, report);
    }

    private String[] lines() {
        return printed.toString(UTF_8).split("\\R");
    }

    private static Measurement measured(double low, double nanos, double high, double bytes) {
        return new Measurement(new Estimate(nanos, low, high), new Estimate(bytes, bytes, bytes));
    }
}
