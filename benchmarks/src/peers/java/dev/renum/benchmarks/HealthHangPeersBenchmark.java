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

/** {@link HealthHangBenchmark} for other libraries; what takes two seconds is measured few times. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 5)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class HealthHangPeersBenchmark {
    private HealthPeers peers;

    /** Starts each of them. */
    @Setup
    public void start() {
        peers = HealthPeers.oneHangs();
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
