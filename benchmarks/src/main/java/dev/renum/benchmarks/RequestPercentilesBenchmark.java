package dev.renum.benchmarks;

import dev.renum.health.request.RequestStatistics;
import dev.renum.health.request.RouteReport;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How far percentiles are off: the worst of forty samples of 20,000 requests each. No time is measured here. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RequestPercentilesBenchmark {
    static final int SAMPLES = 40;
    static final int REQUESTS = 20_000;

    /** What JMH shows, in percent of the exact percentile. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Errors {
        /** Of the time that half of the requests took at most. */
        public double p50Percent;

        /** Of the time that 95 of 100 took at most. */
        public double p95Percent;

        /** Of the time that 99 of 100 took at most. */
        public double p99Percent;

        void see(RequestTimes exact, double p50, double p95, double p99) {
            p50Percent = Math.max(p50Percent, error(exact.percentile(50), p50));
            p95Percent = Math.max(p95Percent, error(exact.percentile(95), p95));
            p99Percent = Math.max(p99Percent, error(exact.percentile(99), p99));
        }

        private static double error(long exact, double shown) {
            return 100 * Math.abs(shown / (double) exact - 1);
        }
    }

    /** As a report shows them. */
    @Benchmark
    public void renum(Errors errors) {
        for (int seed = 0; seed < SAMPLES; seed++) {
            RequestTimes times = RequestTimes.of(seed, 0, REQUESTS);
            RouteReport report = report(times);
            errors.see(times, nanos(report.p50()), nanos(report.p95()), nanos(report.p99()));
        }
    }

    private static RouteReport report(RequestTimes times) {
        AtomicLong now = new AtomicLong();
        RequestStatistics requests = RequestStatistics.of(now::get);
        times.nanos().forEach(nanos -> {
            now.set(nanos);
            requests.end(0, "GET", "/teams/{id}", 200);
        });
        return requests.routes().get(0);
    }

    private static double nanos(Duration time) {
        return (double) time.toNanos();
    }
}
