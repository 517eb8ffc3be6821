package dev.renum.health;

import dev.renum.core.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A figure that costs points between the value from which it strains the system and the one at which nothing is left.
 *
 * @param metric the figure; of several series the worst counts
 * @param code what it is documented under
 * @param from up to here it costs nothing
 * @param to from here on it costs all its points
 * @param points how many those are
 * @param what the matter is, for people
 * @param cure what to do
 */
record Strain(String metric, HealthCode code, double from, double to, int points, String what, String cure) {
    private static final List<Strain> OF_EVERY_SYSTEM = List.of(
            new Strain(
                    "system.cpu",
                    HealthCode.CPU_BUSY,
                    0.80,
                    1,
                    10,
                    "CPU is busy",
                    "find what computes, or give it more cores"),
            new Strain(
                    "system.memory",
                    HealthCode.MEMORY_SHORT,
                    0.85,
                    1,
                    10,
                    "memory runs out",
                    "lower the heap or other programs' memory, or give it more"),
            new Strain(
                    "system.disk",
                    HealthCode.DISK_FILLING,
                    0.85,
                    1,
                    10,
                    "a disk runs full",
                    "delete what is not needed, or enlarge the disk"),
            new Strain(
                    "process.files",
                    HealthCode.FILES_SHORT,
                    0.80,
                    1,
                    10,
                    "file descriptors run out",
                    "find what does not close files or connections, or raise the limit"),
            new Strain(
                    "jvm.heap.after_gc",
                    HealthCode.HEAP_SHORT,
                    0.75,
                    1,
                    15,
                    "the heap is full after collection",
                    "look for what is kept in a heap dump, or raise -Xmx"),
            new Strain(
                    "jvm.gc.overhead",
                    HealthCode.GC_PRESSURE,
                    0.10,
                    0.50,
                    15,
                    "garbage collection takes time",
                    "allocate less, or raise -Xmx"),
            new Strain(
                    "jvm.threads.deadlocked",
                    HealthCode.DEADLOCK,
                    0,
                    1,
                    25,
                    "threads are deadlocked",
                    "take a thread dump, then restart"),
            new Strain(
                    "jdbc.connections.pending",
                    HealthCode.POOL_WAITS,
                    0,
                    10,
                    10,
                    "threads wait for a connection",
                    "shorten transactions, or enlarge the pool"));

    /** What strains every system, and requests by what the settings expect of them. */
    static List<Strain> of(HealthSettings settings) {
        List<Strain> strains = new ArrayList<>(OF_EVERY_SYSTEM);
        strains.add(failures(settings.errorRatioObjective()));
        strains.add(slowness(settings.responseTimeObjective().toNanos() / 1e9));
        return strains;
    }

    private static Strain failures(double errors) {
        return new Strain(
                "http.server.requests.errors",
                HealthCode.REQUESTS_FAIL,
                errors,
                10 * errors,
                20,
                "requests fail",
                "look into the log for the routes named in the report of performance");
    }

    private static Strain slowness(double p95) {
        return new Strain(
                "http.server.requests.p95",
                HealthCode.REQUESTS_SLOW,
                p95,
                5 * p95,
                15,
                "requests are slow",
                "look at the slowest routes and their traces");
    }

    /** The points that {@code value} costs; none if it is not known. */
    Optional<Deduction> deduction(double value) {
        int taken = taken(value);
        return taken == 0
                ? Optional.empty()
                : Optional.of(new Deduction(taken, what, metric + " is " + evidence(value)));
    }

    /** What there is to say of the figure as {@code vitals} has it; nothing if it costs nothing. */
    Optional<PerformanceIssue> issue(Vitals vitals) {
        double value = vitals.worst(metric);
        if (taken(value) == 0) {
            return Optional.empty();
        }
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put(metric, evidence(value));
        evidence.putAll(vitals.evidence(metric));
        return Optional.of(new PerformanceIssue(Finding.of(code, metric, what, cure), evidence));
    }

    private int taken(double value) {
        double share = Double.isNaN(value) ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
        return (int) Math.ceil(share * points);
    }

    private String evidence(double value) {
        return String.format(Locale.ROOT, "%.4g, up to %.4g is fine", value, from);
    }
}
