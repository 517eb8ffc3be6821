package dev.renum.benchmarks;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

/**
 * How much time of the processor a sampling of all figures takes: those of the machine and the JVM, and of fifty routes that are busy meanwhile. The time
 * of the sampler's own thread is what counts; the first samplings in a new JVM, since at 30 s each nothing is compiled for a long time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class HealthSamplingBenchmark {
    private static final int ROUTES = 50;

    /** What JMH shows. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        /** Milliseconds of the first sampling, which looks around. */
        public double firstMillis;

        /** Milliseconds of a later one. */
        public double laterMillis;
    }

    /** One sampling per second, twenty times after the first. */
    @Benchmark
    public void renum(Cpu cpu) throws InterruptedException {
        Meter meter = new Meter(20);
        HealthSettings settings =
                HealthSettings.builder().samplingInterval(Duration.ofSeconds(1)).build();
        try (HealthMonitor health = HealthMonitor.builder(settings).watch(meter).build()) {
            do {
                serve(health);
            } while (!meter.awaitEnd(Duration.ofMillis(100)));
        }
        cpu.firstMillis = meter.firstNanos / 1e6;
        cpu.laterMillis = meter.laterNanos() / 1e6;
    }

    private static void serve(HealthMonitor health) {
        for (int i = 0; i < 20 * ROUTES; i++) {
            health.requests().end(health.requests().begin(), "GET", "/route-" + i % ROUTES, 200);
        }
    }

    /** Reads the clock of the sampler's thread each time that it is sampled, last of all sources. */
    private static final class Meter implements Monitored {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final CountDownLatch left;
        private final int count;
        private long firstNanos;
        private long lastNanos;

        /** Looks at {@code count} samplings after the first. */
        Meter(int count) {
            this.count = count;
            this.left = new CountDownLatch(count + 1);
        }

        @Override
        public List<CheckSpec> checks() {
            return List.of();
        }

        @Override
        public void measure(MetricSink sink) {
            if (left.getCount() > 0) {
                lastNanos = threads.getCurrentThreadCpuTime();
                firstNanos = left.getCount() > count ? lastNanos : firstNanos;
                left.countDown();
            }
        }

        boolean awaitEnd(Duration limit) throws InterruptedException {
            return left.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        long laterNanos() {
            return (lastNanos - firstNanos) / count;
        }
    }
}
