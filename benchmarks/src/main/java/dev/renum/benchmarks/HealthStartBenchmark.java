package dev.renum.benchmarks;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthMonitor;
import dev.renum.health.alert.AlertManager;
import dev.renum.health.dependency.DependencyValidator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What monitoring adds to the start of an application: each measurement is the first call in a new JVM, which has used a logger, lambdas and a stream, as
 * every application has.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class HealthStartBenchmark {
    private static final long GLANCE = TimeUnit.MICROSECONDS.toNanos(100);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Does what the application would have done before. */
    @Setup
    public void live() {
        Logger log = LoggerFactory.getLogger(HealthStartBenchmark.class);
        Stream.of(1, 2, 3).filter(i -> i > 1).map(i -> "live " + i).forEach(log::info);
    }

    /** Ends what was started. */
    @TearDown
    public void close() throws Exception {
        for (AutoCloseable one : started) {
            one.close();
        }
    }

    /** Until a monitor of ten checks has been built. */
    @Benchmark
    public HealthMonitor build() {
        return keep(TenChecks.passing().build());
    }

    /** The same although one of the checks hangs. */
    @Benchmark
    public HealthMonitor buildWhileOneHangs() {
        return keep(TenChecks.oneHangs().build());
    }

    /** Until it has the results of all ten. */
    @Benchmark
    public HealthStatus firstStatus() {
        HealthMonitor health = build();
        while (health.snapshot().status() == HealthStatus.UNKNOWN) {
            LockSupport.parkNanos(GLANCE);
        }
        return health.snapshot().status();
    }

    /** Until a monitor, alerts with the default rules and the validation of dependencies have been built. */
    @Benchmark
    public DependencyValidator buildEverything() {
        HealthMonitor health = build();
        keep(AlertManager.builder(health).build()).setupProactiveAlerts();
        return keep(DependencyValidator.builder(health).build());
    }

    private <T extends AutoCloseable> T keep(T one) {
        started.push(one);
        return one;
    }
}
