package dev.renum.benchmarks.guard;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The program that measures what the rules name and exits with a failure if one is broken. */
final class Guard {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Bench bench;
    private final PrintStream out;

    Guard(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    /**
     * What a run found.
     *
     * @param takenAt when it ended
     * @param jvm the JVM that was measured
     * @param verdicts what became of each rule
     */
    record Report(Instant takenAt, String jvm, List<Verdict> verdicts) {}

    /**
     * Exits with 0 if every rule passes, else with 1.
     *
     * @param arguments the file of rules, and the directory for {@code guard.json} and JMH's own {@code guard.log}
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: Guard <file of rules> <directory for results>");
        }
        Path results = Path.of(arguments[1]);
        Guard guard = new Guard(JmhBench.thorough(results.resolve("guard.log")), System.out);
        System.exit(guard.run(Path.of(arguments[0]), results.resolve("guard.json")));
    }

    /** The exit code of judging {@code rules}; the verdicts are in {@code report} and in a table. */
    int run(Path rules, Path report) throws IOException, RunnerException {
        List<Rule> all = Rule.read(rules);
        Set<String> names = all.stream().flatMap(Rule::benchmarks).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Measurement> measurements = bench.measure(names);
        List<Verdict> verdicts =
                all.stream().map(rule -> rule.judge(measurements)).toList();
        Files.writeString(
                report,
                JSON.writeValueAsString(
                        new Report(Instant.now(), System.getProperty("java.vm.version", "?"), verdicts)));
        out.print(VerdictTable.of(verdicts));
        return verdicts.stream().allMatch(verdict -> verdict.outcome().passes()) ? 0 : 1;
    }
}
