package dev.renum.health.system;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.regex.Pattern;

/** The heap. */
final class HeapFigures implements Part {
    static final Metric HEAP = new Metric("jvm.heap", "", "The ratio of the heap in use, garbage included.");
    static final Metric AFTER_GC = new Metric(
            "jvm.heap.after_gc",
            "",
            "The ratio of the heap in use by what has grown old, after the last collection that looked at that; not known before the first.");

    /** What is young is empty after a collection whatever is kept, so it would hide that the old is full. */
    private static final Pattern YOUNG = Pattern.compile(".*(Eden|Survivor|Young|Nursery|nursery).*");

    private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP
                    && !YOUNG.matcher(pool.getName()).matches())
            .toList();

    @Override
    public void measure(MetricSink sink) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        sink.gauge(HEAP, ratio((double) heap.getUsed(), heap));
        sink.gauge(AFTER_GC, ratio(keptOld(), heap));
    }

    /** Nothing was left only where nothing was collected yet. */
    private double keptOld() {
        double kept = old.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToDouble(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        return kept > 0 ? kept : Double.NaN;
    }

    private static double ratio(double used, MemoryUsage heap) {
        return new Usage(used, heap.getMax() > 0 ? heap.getMax() : heap.getCommitted()).ratio();
    }
}
