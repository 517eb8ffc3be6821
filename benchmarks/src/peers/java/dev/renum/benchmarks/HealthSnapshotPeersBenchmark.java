package dev.renum.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** {@link HealthSnapshotBenchmark} for other libraries, which run the checks when they are asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class HealthSnapshotPeersBenchmark {
    private HealthPeers peers;

    /** Starts each of them, and asks once to be sure that all checks pass. */
    @Setup
    public void start() {
        peers = HealthPeers.passing();
    }

    /** Ends them. */
    @TearDown
    public void close() {
        peers.close();
    }

    /** Spring Boot. */
    @Benchmark
    public boolean spring() {
        return peers.spring();
    }

    /** SmallRye Health. */
    @Benchmark
    public boolean smallRye() {
        return peers.smallRye();
    }

    /** Metrics. */
    @Benchmark
    public boolean metrics() {
        return peers.metrics();
    }

    /** Metrics with checks that run in the background. */
    @Benchmark
    public boolean metricsAsync() {
        return peers.metricsAsync();
    }
}
