package dev.renum.benchmarks;

import dev.renum.health.request.RequestStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the statistics of one route keep of the heap: the difference of two full collections, over a thousand routes. No time is measured here.
 *
 * <p>Requests come for ten minutes, in each half a minute, after which somebody looks, as the sampler does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx1g"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RequestMemoryBenchmark {
    static final int ROUTES = 1_000;
    static final int LOOKS = 20;
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /** Each of them counts at most 200 routes. */
    private static final int ROUTES_AT_ONCE = 200;

    /** One request every half a minute. */
    @Benchmark
    public Object renumIdle(Heap heap) {
        return heap.perRoute(ROUTES, () -> serve(1));
    }

    /** A thousand every half a minute. */
    @Benchmark
    public Object renumBusy(Heap heap) {
        return heap.perRoute(ROUTES, () -> serve(1_000));
    }

    private static Object serve(int requests) {
        AtomicLong now = new AtomicLong();
        List<RequestStatistics> all = new ArrayList<>();
        for (int i = 0; i < ROUTES / ROUTES_AT_ONCE; i++) {
            all.add(RequestStatistics.of(now::get));
        }
        for (int look = 1; look <= LOOKS; look++) {
            now.set(BETWEEN_LOOKS.toNanos() * look);
            for (RequestStatistics statistics : all) {
                serve(statistics, now.get(), look, requests);
                statistics.routes();
            }
        }
        return all;
    }

    private static void serve(RequestStatistics statistics, long now, int look, int requests) {
        for (int route = 0; route < ROUTES_AT_ONCE; route++) {
            String template = "/route-" + route;
            RequestTimes.of(route, look, requests)
                    .nanos()
                    .forEach(nanos -> statistics.end(now - nanos, "GET", template, 200));
        }
    }
}
