package dev.renum.benchmarks.guard;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs benchmarks of this module with JMH, more briefly than their annotations say, and never two runs at once on a machine. */
final class JmhBench implements Bench {
    private static final String PACKAGE = "dev.renum.benchmarks.";
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Many short iterations rather than few long ones: what else the machine does then spoils single ones. */
    private static final TimeValue ITERATION = TimeValue.milliseconds(50);

    private final Path log;
    private final int forks;
    private final int iterations;

    /** Forks {@code forks} JVMs for each benchmark, with {@code iterations} in each; JMH writes what it does to {@code log}. */
    JmhBench(Path log, int forks, int iterations) {
        this.log = log;
        this.forks = forks;
        this.iterations = iterations;
    }

    /** Two JVMs per benchmark, two seconds of each. */
    static JmhBench thorough(Path log) {
        return new JmhBench(log, 2, 30);
    }

    @Override
    public Map<String, Measurement> measure(Set<String> benchmarks) throws RunnerException {
        Map<String, Measurement> measurements = new HashMap<>();
        for (RunResult result : run(benchmarks)) {
            String name = result.getParams().getBenchmark().substring(PACKAGE.length());
            Result<?> allocation = requireNonNull(result.getSecondaryResults().get(ALLOCATION), ALLOCATION);
            measurements.put(name, new Measurement(estimate(result.getPrimaryResult()), estimate(allocation)));
        }
        return measurements;
    }

    private Collection<RunResult> run(Set<String> benchmarks) throws RunnerException {
        try {
            return new Runner(options(benchmarks)).run();
        } catch (NoBenchmarksException e) {
            return Set.of();
        }
    }

    private Options options(Set<String> benchmarks) {
        OptionsBuilder options = new OptionsBuilder();
        benchmarks.forEach(name -> options.include("^" + Pattern.quote(PACKAGE + name) + "$"));
        return options.output(log.toString())
                .addProfiler(GCProfiler.class)
                .forks(forks)
                .warmupIterations(10)
                .warmupTime(ITERATION)
                .measurementIterations(iterations)
                .measurementTime(ITERATION)
                .build();
    }

    private static Estimate estimate(Result<?> result) {
        double[] interval = result.getScoreConfidence();
        return new Estimate(result.getScore(), interval[0], interval[1]);
    }
}
