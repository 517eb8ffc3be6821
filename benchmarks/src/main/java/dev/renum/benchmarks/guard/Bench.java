package dev.renum.benchmarks.guard;

import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** Runs benchmarks. */
@FunctionalInterface
interface Bench {
    /**
     * The measurements of those {@code benchmarks} that exist and ran, by name.
     *
     * @param benchmarks names like {@code HealthSnapshotBenchmark.renum}
     * @throws RunnerException if nothing can be measured
     */
    Map<String, Measurement> measure(Set<String> benchmarks) throws RunnerException;
}
