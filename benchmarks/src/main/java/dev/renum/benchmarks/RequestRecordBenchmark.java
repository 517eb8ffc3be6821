package dev.renum.benchmarks;

import dev.renum.core.Ticker;
import dev.renum.health.request.RequestStatistics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to record one request: two looks at the clock and what is counted. Methods named {@code …WithoutClock} leave the clock out, which is most of
 * it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class RequestRecordBenchmark {
    /** What a request takes where there is no clock. */
    static final long NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int LONGEST_MICROS = 60_000_000;

    private RequestStatistics requests;
    private RequestStatistics withoutClock;
    private Recorder recorder;
    private LongAdder count;
    private LongAdder nanos;

    /** Makes what is recorded into. */
    @Setup
    public void prepare() {
        requests = RequestStatistics.of(Ticker.system());
        withoutClock = RequestStatistics.of(() -> NANOS);
        recorder = new Recorder(1, LONGEST_MICROS, 2);
        count = new LongAdder();
        nanos = new LongAdder();
    }

    /** By method, route and status: requests in flight, count, time, percentiles, the slowest. */
    @Benchmark
    public void renum() {
        requests.end(requests.begin(), "GET", "/teams/{id}", 200);
    }

    /** The same of a clock that stands still. */
    @Benchmark
    public void renumWithoutClock() {
        withoutClock.end(withoutClock.begin() - NANOS, "GET", "/teams/{id}", 200);
    }

    /** What Renum keeps percentiles with, held, and nothing else. */
    @Benchmark
    public void rawRecorder() {
        long begun = System.nanoTime();
        recorder.recordValue((System.nanoTime() - begun) / 1_000 + 1);
    }

    /** The same of a known time. */
    @Benchmark
    public void rawRecorderWithoutClock() {
        recorder.recordValue(NANOS / 1_000);
    }

    /** The minimum: a count and a time, held, and no percentiles. */
    @Benchmark
    public void twoAdders() {
        long begun = System.nanoTime();
        count.increment();
        nanos.add(System.nanoTime() - begun);
    }

    /** The same of a known time. */
    @Benchmark
    public void twoAddersWithoutClock() {
        count.increment();
        nanos.add(NANOS);
    }
}
