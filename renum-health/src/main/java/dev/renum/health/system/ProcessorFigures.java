package dev.renum.health.system;

import dev.renum.core.Ticker;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** CPU time since the last look, by counters of its own: the loads that the platform's bean tells are since anybody's last look. */
final class ProcessorFigures implements Part {
    static final Metric SYSTEM = new Metric(
            "system.cpu",
            "",
            "The ratio of the CPU time of the machine, or of the container's quota if more of that is used.");
    static final Metric PROCESS =
            new Metric("process.cpu", "", "The ratio of the CPU time that this process may use which it does use.");
    static final Metric THROTTLED = new Metric(
            "system.cpu.throttled", "", "The ratio of the periods in which the container's quota was used up.");

    private final Machine machine;
    private final ControlGroups groups;
    private final DoubleSupplier processSeconds;
    private final Ticker ticker;
    private @Nullable Reading last;

    ProcessorFigures(Machine machine, ControlGroups groups, DoubleSupplier processSeconds, Ticker ticker) {
        this.machine = machine;
        this.groups = groups;
        this.processSeconds = processSeconds;
        this.ticker = ticker;
    }

    private record Reading(long at, Usage processors, double process, Map<String, CpuQuota> quotas) {
        double secondsSince(Reading then) {
            return (at - then.at) / 1e9;
        }

        double systemSince(Reading then) {
            double seconds = secondsSince(then);
            DoubleStream ofQuotas = since(then, (now, before) -> now.loadSince(before, seconds));
            double ofMachine = processors.since(then.processors).ratio();
            return Figures.greatest(DoubleStream.concat(DoubleStream.of(ofMachine), ofQuotas));
        }

        double throttledSince(Reading then) {
            return Figures.greatest(since(then, CpuQuota::throttledSince));
        }

        /** One value for each quota that was there then too. */
        private DoubleStream since(Reading then, ToDoubleBiFunction<CpuQuota, CpuQuota> comparison) {
            return quotas.entrySet().stream().flatMapToDouble(quota -> {
                CpuQuota before = then.quotas.get(quota.getKey());
                return before == null
                        ? DoubleStream.empty()
                        : DoubleStream.of(comparison.applyAsDouble(quota.getValue(), before));
            });
        }

        double processSince(Reading then) {
            return new Usage(process - then.process, cpus() * secondsSince(then)).ratio();
        }

        /** As many as the JVM may use, which rounds a quota up. */
        private double cpus() {
            double available = Runtime.getRuntime().availableProcessors();
            return quotas.values().stream().mapToDouble(CpuQuota::cpus).reduce(available, Math::min);
        }
    }

    @Override
    public void measure(MetricSink sink) {
        Reading now = new Reading(ticker.read(), machine.processors(), processSeconds.getAsDouble(), groups.quotas());
        boolean isFirst = last == null;
        Reading then = last == null ? now : last;
        last = now;
        sink.gauge(SYSTEM, now.systemSince(then));
        sink.gauge(PROCESS, now.processSince(then));
        sink.gauge(THROTTLED, isFirst ? Double.NaN : now.throttledSince(then));
    }
}
