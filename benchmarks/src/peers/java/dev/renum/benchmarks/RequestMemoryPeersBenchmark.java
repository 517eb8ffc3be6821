package dev.renum.benchmarks;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@link RequestMemoryBenchmark} for Micrometer's timers, one for each route. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx1g"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RequestMemoryPeersBenchmark {
    private static final int BUSY = 1_000;

    /** Without percentiles. */
    @Benchmark
    public Object micrometerBusy(Heap heap) {
        return heap.perRoute(RequestMemoryBenchmark.ROUTES, () -> serve(MicrometerTimers::plain, BUSY));
    }

    /** One digit. */
    @Benchmark
    public Object micrometerPercentilesBusy(Heap heap) {
        return heap.perRoute(RequestMemoryBenchmark.ROUTES, () -> serve(MicrometerTimers::percentiles, BUSY));
    }

    /** Two digits. */
    @Benchmark
    public Object micrometerTwoDigitsBusy(Heap heap) {
        return heap.perRoute(RequestMemoryBenchmark.ROUTES, () -> serve(MicrometerTimers::twoDigits, BUSY));
    }

    /** The same, with one request every half a minute. */
    @Benchmark
    public Object micrometerTwoDigitsIdle(Heap heap) {
        return heap.perRoute(RequestMemoryBenchmark.ROUTES, () -> serve(MicrometerTimers::twoDigits, 1));
    }

    private static MeterRegistry serve(Function<String, Timer.Builder> kind, int requests) {
        StandingClock clock = new StandingClock();
        MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
        Timer[] timers = IntStream.range(0, RequestMemoryBenchmark.ROUTES)
                .mapToObj(route -> kind.apply("route-" + route).register(registry))
                .toArray(Timer[]::new);
        for (int look = 1; look <= RequestMemoryBenchmark.LOOKS; look++) {
            clock.nanos = RequestMemoryBenchmark.BETWEEN_LOOKS.toNanos() * look;
            for (int route = 0; route < timers.length; route++) {
                serve(timers[route], RequestTimes.of(route, look, requests));
            }
        }
        return registry;
    }

    private static void serve(Timer timer, RequestTimes times) {
        times.nanos().forEach(nanos -> timer.record(nanos, TimeUnit.NANOSECONDS));
        timer.takeSnapshot();
    }

    /** Goes on when it is told to. */
    private static final class StandingClock implements Clock {
        private volatile long nanos;

        @Override
        public long wallTime() {
            return TimeUnit.NANOSECONDS.toMillis(nanos);
        }

        @Override
        public long monotonicTime() {
            return nanos;
        }
    }
}
