package dev.renum.health.system;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.lang.management.ManagementFactory;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Memory, disks, traffic and load. */
final class MachineFigures {
    static final Metric MEMORY = new Metric(
            "system.memory",
            "",
            "The ratio of memory in use, of the machine or of the container's limit if more of that is used.");
    static final Metric SWAP = new Metric("system.swap", "", "The ratio of swap in use; not known without swap.");
    static final Metric DISK = new Metric("system.disk", "", "The ratio of a local file system in use.");
    static final Metric LOAD = new Metric(
            "system.load", "threads", "How many threads ran or waited for a processor, mean of the last minute.");
    static final Metric RECEIVED = new Metric("system.network.received", "bytes", "What came in over the network.");
    static final Metric SENT = new Metric("system.network.sent", "bytes", "What went out over the network.");
    static final Metric READ = new Metric("system.disk.read", "bytes", "What was read from disks.");
    static final Metric WRITTEN = new Metric("system.disk.written", "bytes", "What was written to disks.");

    private final Machine machine;
    private final ControlGroups groups;

    MachineFigures(Machine machine, ControlGroups groups) {
        this.machine = machine;
        this.groups = groups;
    }

    Stream<Part> parts() {
        return Stream.of(this::memory, this::disks, this::traffic, MachineFigures::load);
    }

    private void memory(MetricSink sink) {
        DoubleStream limits = groups.memory().stream().mapToDouble(Usage::ratio);
        sink.gauge(
                MEMORY,
                Figures.greatest(
                        DoubleStream.concat(DoubleStream.of(machine.memory().ratio()), limits)));
        sink.gauge(SWAP, machine.swap().ratio());
    }

    private void disks(MetricSink sink) {
        machine.mounts().forEach(mount -> sink.gauge(DISK, mount.space().ratio(), "mount", mount.path()));
    }

    private void traffic(MetricSink sink) {
        Traffic network = machine.network();
        sink.counter(RECEIVED, network.in());
        sink.counter(SENT, network.out());
        Traffic disks = machine.disks();
        sink.counter(READ, disks.in());
        sink.counter(WRITTEN, disks.out());
    }

    /** Windows has no such thing and answers with a negative number. */
    private static void load(MetricSink sink) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        sink.gauge(LOAD, load < 0 ? Double.NaN : load);
    }
}
