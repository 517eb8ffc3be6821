package dev.renum.health.system;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.util.stream.Stream;

/** Threads, classes, direct buffers and descriptors. */
final class RuntimeFigures {
    static final Metric DIRECT =
            new Metric("jvm.direct", "bytes", "Memory of direct buffers, which is outside of the heap.");
    static final Metric THREADS = new Metric("jvm.threads", "threads", "Threads of the platform that live.");
    static final Metric DEADLOCKED =
            new Metric("jvm.threads.deadlocked", "threads", "Threads that wait for each other for ever.");
    static final Metric CLASSES = new Metric("jvm.classes", "classes", "Classes that are loaded.");
    static final Metric FILES = new Metric(
            "process.files", "", "The ratio of the file descriptors that this process may open which are open.");

    private RuntimeFigures() {}

    static Stream<Part> parts() {
        return Stream.of(
                RuntimeFigures::buffers, RuntimeFigures::threads, RuntimeFigures::classes, RuntimeFigures::files);
    }

    /** Seconds of CPU time that this process has used; not known where the JVM does not tell. */
    static double processSeconds() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        long nanos = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getProcessCpuTime() : -1;
        return nanos < 0 ? Double.NaN : nanos / 1e9;
    }

    private static void buffers(MetricSink sink) {
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .forEach(pool -> sink.gauge(DIRECT, (double) pool.getMemoryUsed()));
    }

    private static void threads(MetricSink sink) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        sink.gauge(THREADS, threads.getThreadCount());
        long[] deadlocked = threads.findDeadlockedThreads();
        sink.gauge(DEADLOCKED, deadlocked == null ? 0 : deadlocked.length);
    }

    private static void classes(MetricSink sink) {
        sink.gauge(CLASSES, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static void files(MetricSink sink) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            Usage open = new Usage(unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount());
            sink.gauge(FILES, open.ratio());
        }
    }
}
