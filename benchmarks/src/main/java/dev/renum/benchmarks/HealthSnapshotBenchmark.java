package dev.renum.benchmarks;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSnapshot;
import java.time.Duration;
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

/** What it costs to read the overall status while ten checks run in the background. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class HealthSnapshotBenchmark {
    private HealthMonitor monitor;
    private volatile HealthSnapshot snapshot;
    private long expiresAt;

    /** Starts the monitor and waits until every check has passed. */
    @Setup
    public void start() {
        monitor = TenChecks.start(TenChecks.passing(), HealthStatus.UP);
        snapshot = monitor.snapshot();
        expiresAt = System.nanoTime() + Duration.ofDays(1).toNanos();
    }

    /** Ends the checks. */
    @TearDown
    public void close() {
        monitor.close();
    }

    /** The status, or unknown if it is too old. */
    @Benchmark
    public HealthStatus renum() {
        return monitor.snapshot().status();
    }

    /** The minimum without a promise about its age. */
    @Benchmark
    public HealthStatus volatileRead() {
        return snapshot.status();
    }

    /** The minimum that knows its age: the same and a look at the clock. */
    @Benchmark
    public HealthStatus volatileReadWithTicker() {
        HealthSnapshot now = snapshot;
        return System.nanoTime() - expiresAt < 0 ? now.status() : HealthStatus.UNKNOWN;
    }
}
