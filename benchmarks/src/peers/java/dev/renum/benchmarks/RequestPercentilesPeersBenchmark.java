package dev.renum.benchmarks;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@link RequestPercentilesBenchmark} for Micrometer's timers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RequestPercentilesPeersBenchmark {
    /** One digit. */
    @Benchmark
    public void micrometerPercentiles(RequestPercentilesBenchmark.Errors errors) {
        record(MicrometerTimers.percentiles("requests"), errors);
    }

    /** Two digits. */
    @Benchmark
    public void micrometerTwoDigits(RequestPercentilesBenchmark.Errors errors) {
        record(MicrometerTimers.twoDigits("requests"), errors);
    }

    private static void record(Timer.Builder builder, RequestPercentilesBenchmark.Errors errors) {
        for (int seed = 0; seed < RequestPercentilesBenchmark.SAMPLES; seed++) {
            RequestTimes times = RequestTimes.of(seed, 0, RequestPercentilesBenchmark.REQUESTS);
            HistogramSnapshot snapshot = snapshot(builder, times);
            errors.see(
                    times,
                    MicrometerTimers.nanos(snapshot, 0),
                    MicrometerTimers.nanos(snapshot, 1),
                    MicrometerTimers.nanos(snapshot, 2));
        }
    }

    private static HistogramSnapshot snapshot(Timer.Builder builder, RequestTimes times) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try {
            Timer timer = builder.register(registry);
            times.nanos().forEach(nanos -> timer.record(nanos, TimeUnit.NANOSECONDS));
            return timer.takeSnapshot();
        } finally {
            registry.close();
        }
    }
}
