package dev.renum.benchmarks;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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

/** {@link RequestRecordBenchmark} for Micrometer's timers: a held one knows its route and status, and so looks nothing up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class RequestRecordPeersBenchmark {
    private static final Runnable NOTHING = () -> {};

    private MeterRegistry registry;
    private Timer timer;
    private Timer percentiles;
    private Timer twoDigits;
    private MeterProvider<Timer> byTags;

    /** Registers the timers. */
    @Setup
    public void register() {
        registry = new SimpleMeterRegistry();
        timer = MicrometerTimers.plain("plain").register(registry);
        percentiles = MicrometerTimers.percentiles("percentiles").register(registry);
        twoDigits = MicrometerTimers.twoDigits("two-digits").register(registry);
        byTags = MicrometerTimers.plain("by-tags").withRegistry(registry);
    }

    /** Ends what they have started. */
    @TearDown
    public void close() {
        registry.close();
    }

    /** Count, time, and the longest of the last minutes. */
    @Benchmark
    public void micrometer() {
        timer.record(NOTHING);
    }

    /** The same of a known time. */
    @Benchmark
    public void micrometerWithoutClock() {
        timer.record(RequestRecordBenchmark.NANOS, TimeUnit.NANOSECONDS);
    }

    /** The same, looked up by method, route and status. */
    @Benchmark
    public void micrometerByTags() {
        byTags.withTags("method", "GET", "uri", "/teams/{id}", "status", "200").record(NOTHING);
    }

    /** With percentiles of one digit, as is Micrometer's default. */
    @Benchmark
    public void micrometerPercentiles() {
        percentiles.record(NOTHING);
    }

    /** The same of a known time. */
    @Benchmark
    public void micrometerPercentilesWithoutClock() {
        percentiles.record(RequestRecordBenchmark.NANOS, TimeUnit.NANOSECONDS);
    }

    /** With percentiles of two digits. */
    @Benchmark
    public void micrometerTwoDigits() {
        twoDigits.record(NOTHING);
    }

    /** The same of a known time. */
    @Benchmark
    public void micrometerTwoDigitsWithoutClock() {
        twoDigits.record(RequestRecordBenchmark.NANOS, TimeUnit.NANOSECONDS);
    }
}
