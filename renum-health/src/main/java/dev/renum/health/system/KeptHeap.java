package dev.renum.health.system;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much of the heap a program keeps, as opposed to what it has thrown away: what of the old areas was in use after the last collection there. The
 * figure, the score and the check all mean this. Safe for use by many threads.
 */
public final class KeptHeap {
    /** What is young is empty after a collection whatever is kept, so it would hide that the old is full. */
    private static final Pattern YOUNG = Pattern.compile(".*(Eden|Survivor|Young|Nursery|nursery).*");

    private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP
                    && !YOUNG.matcher(pool.getName()).matches())
            .toList();

    private KeptHeap() {}

    /** That of this JVM. */
    public static KeptHeap ofJvm() {
        return new KeptHeap();
    }

    /** Bytes that are kept; 0 only where nothing has been collected yet. */
    public long bytes() {
        return old.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }

    /** Bytes that the heap may have at most; those that it has where there is no limit. */
    public static long max() {
        return max(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
    }

    static long max(MemoryUsage heap) {
        return heap.getMax() > 0 ? heap.getMax() : heap.getCommitted();
    }
}
