package dev.renum.benchmarks;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthMonitor;
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

/** How long single reads of the overall status take while one of ten checks hangs, each time that it runs, for two seconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class HealthHangBenchmark {
    private HealthMonitor monitor;

    /** Starts the monitor and waits until one check has failed. */
    @Setup
    public void start() {
        monitor = TenChecks.start(TenChecks.oneHangs(), HealthStatus.DOWN);
    }

    /** Ends the checks. */
    @TearDown
    public void close() {
        monitor.close();
    }

    /** The status: down. */
    @Benchmark
    public HealthStatus renum() {
        return monitor.snapshot().status();
    }
}
