package dev.renum.health.system;

import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of the machine, the container and the JVM. It finds out where it is at the first look, which takes some tens of milliseconds; later ones take
 * one or two. For one thread at a time: several figures tell what has come since the last look.
 */
public final class SystemFigures implements Monitored {
    private static final List<Metric> GAUGES = List.of(
            ProcessorFigures.SYSTEM,
            ProcessorFigures.PROCESS,
            ProcessorFigures.THROTTLED,
            MachineFigures.MEMORY,
            MachineFigures.SWAP,
            MachineFigures.DISK,
            MachineFigures.LOAD,
            HeapFigures.HEAP,
            HeapFigures.AFTER_GC,
            CollectionFigures.OVERHEAD,
            RuntimeFigures.DIRECT,
            RuntimeFigures.THREADS,
            RuntimeFigures.DEADLOCKED,
            RuntimeFigures.CLASSES,
            RuntimeFigures.FILES);
    private static final List<Metric> COUNTERS =
            List.of(MachineFigures.RECEIVED, MachineFigures.SENT, MachineFigures.READ, MachineFigures.WRITTEN);

    private final Supplier<Machine> machines;
    private final Supplier<ControlGroups> groups;
    private final Ticker ticker;
    private @Nullable List<Part> parts;
    private volatile String limitation = "";

    SystemFigures(Supplier<Machine> machines, Supplier<ControlGroups> groups, Ticker ticker) {
        this.machines = machines;
        this.groups = groups;
        this.ticker = ticker;
    }

    /** Those of where this JVM runs, with durations by {@code ticker}. */
    public static SystemFigures here(Ticker ticker) {
        return new SystemFigures(Machines::here, () -> ControlGroups.of(new LinuxFiles(Path.of("/"))), ticker);
    }

    /** The names under which a history has them, on any platform. */
    public static Set<String> names() {
        Stream<String> gauges = GAUGES.stream().map(Metric::name);
        return Stream.concat(gauges, COUNTERS.stream().map(metric -> metric.name() + ".rate"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What this platform does not tell and why, for people; empty if it tells all, or has not been looked at. */
    public String limitation() {
        return limitation;
    }

    /** None. */
    @Override
    public List<CheckSpec> checks() {
        return List.of();
    }

    /**
     * Writes all figures but those that fail.
     *
     * @throws RuntimeException the first failure, once the others are written
     */
    @Override
    public void measure(MetricSink sink) {
        RuntimeException failure = null;
        for (Part part : parts()) {
            try {
                part.measure(sink);
            } catch (RuntimeException e) { // a bean or a file that fails must not cost the figures of the others
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<Part> parts() {
        List<Part> known = parts;
        if (known == null) {
            known = create(machines.get(), groups.get());
            parts = known;
        }
        return known;
    }

    private List<Part> create(Machine machine, ControlGroups limits) {
        limitation = machine.limitation();
        Part processors = new ProcessorFigures(machine, limits, RuntimeFigures::processSeconds, ticker);
        return Stream.of(
                        Stream.of(processors, new HeapFigures(), new CollectionFigures(ticker)),
                        new MachineFigures(machine, limits).parts(),
                        RuntimeFigures.parts())
                .flatMap(some -> some)
                .toList();
    }
}
