package dev.renum.health.system;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** The heap. */
final class HeapFigures implements Part {
    static final Metric HEAP = new Metric("jvm.heap", "", "The ratio of the heap in use, garbage included.");
    static final Metric AFTER_GC = new Metric(
            "jvm.heap.after_gc",
            "",
            "The ratio of the heap in use by what has grown old, after the last collection that looked at that; not known before the first.");

    private final KeptHeap kept = KeptHeap.ofJvm();

    @Override
    public void measure(MetricSink sink) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double old = (double) kept.bytes();
        sink.gauge(HEAP, ratio((double) heap.getUsed(), heap));
        sink.gauge(AFTER_GC, old > 0 ? ratio(old, heap) : Double.NaN);
    }

    private static double ratio(double used, MemoryUsage heap) {
        return new Usage(used, (double) KeptHeap.max(heap)).ratio();
    }
}
