package dev.renum.health.check;

import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import dev.renum.health.system.KeptHeap;

/**
 * Tells how much of the heap is in use after garbage has been collected: what a program keeps, not what it has thrown away. Immutable.
 *
 * <p>Degraded from 85 % of the largest possible heap on and down from 95 %, unless said otherwise. It means what the figure
 * {@code jvm.heap.after_gc} does; nothing that is old has been collected yet in a young process, so that passes. A heap that stays full is
 * cured by a restart, so this check may be a {@link dev.renum.core.health.Probe#LIVENESS liveness probe}.
 */
public final class HeapCheck implements HealthCheck {
    private static final long MIB = 1L << 20;

    private final double degradedFrom;
    private final double downFrom;

    private HeapCheck(double degradedFrom, double downFrom) {
        this.degradedFrom = degradedFrom;
        this.downFrom = downFrom;
    }

    /** A check of this JVM's heap. */
    public static HeapCheck ofJvm() {
        return new HeapCheck(0.85, 0.95);
    }

    /**
     * The same check with other limits, as shares of the largest possible heap.
     *
     * @throws IllegalArgumentException unless {@code 0 < degradedFrom <= downFrom <= 1}
     */
    public HeapCheck limits(double degradedFrom, double downFrom) {
        boolean ordered = degradedFrom > 0 && degradedFrom <= downFrom && downFrom <= 1;
        if (!ordered) {
            throw new IllegalArgumentException("limits " + degradedFrom + " and " + downFrom
                    + " are not allowed: use 0 < degradedFrom <= downFrom <= 1");
        }
        return new HeapCheck(degradedFrom, downFrom);
    }

    @Override
    public HealthResult check() {
        long kept = KeptHeap.ofJvm().bytes();
        long max = KeptHeap.max();
        return judge((double) kept / max)
                .withDetail("after collection", kept / MIB + " MiB")
                .withDetail("max", max / MIB + " MiB");
    }

    private HealthResult judge(double share) {
        if (share >= downFrom) {
            return HealthResult.down(HealthCode.HEAP_FULL.id(), full(share, downFrom));
        }
        if (share >= degradedFrom) {
            return HealthResult.degraded(HealthCode.HEAP_SHORT.id(), full(share, degradedFrom));
        }
        return HealthResult.up();
    }

    private static String full(double share, double limit) {
        return percent(share) + " of the heap is in use after collection, the limit is " + percent(limit);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
