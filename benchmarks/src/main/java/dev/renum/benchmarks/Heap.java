package dev.renum.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How much of the heap something keeps, as JMH shows it. Wants a collector that gives everything up when it is told to: the parallel one
 * does, the serial one keeps a few percent. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Heap {
    /** Some of what a first one finds is only given up by the next. */
    private static final int COLLECTIONS = 4;

    /** KiB per route. */
    public double kibPerRoute;

    /** Measures what {@code kept} makes, and returns it so that it is reachable until then. */
    Object perRoute(int routes, Supplier<Object> kept) {
        // The first one loads classes, which are no part of it.
        Object subject = kept.get();
        long before = used();
        Object another = kept.get();
        kibPerRoute = (used() - before) / 1024.0 / routes;
        return List.of(subject, another);
    }

    /** What the last collection has left: what is in use at the moment contains whole buffers that threads allocate from. */
    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
