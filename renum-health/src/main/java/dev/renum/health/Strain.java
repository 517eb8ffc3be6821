package dev.renum.health;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure that costs points between the value from which it strains the system and the one at which nothing is left.
 *
 * @param metric the figure; of several series the worst counts
 * @param cause what is the matter, for people
 * @param from up to here it costs nothing
 * @param to from here on it costs all its points
 * @param points how many those are
 */
record Strain(String metric, String cause, double from, double to, int points) {
    /** What strains every system, and requests by what the settings expect of them. */
    static List<Strain> of(HealthSettings settings) {
        double p95 = settings.responseTimeObjective().toNanos() / 1e9;
        double errors = settings.errorRatioObjective();
        return List.of(
                new Strain("system.cpu", "CPU is busy", 0.80, 1, 10),
                new Strain("system.memory", "memory runs out", 0.85, 1, 10),
                new Strain("system.disk", "a disk runs full", 0.85, 1, 10),
                new Strain("process.files", "file descriptors run out", 0.80, 1, 10),
                new Strain("jvm.heap.after_gc", "the heap is full after collection", 0.75, 1, 15),
                new Strain("jvm.gc.overhead", "garbage collection takes time", 0.10, 0.50, 15),
                new Strain("jvm.threads.deadlocked", "threads are deadlocked", 0, 1, 25),
                new Strain("http.server.requests.errors", "requests fail", errors, 10 * errors, 20),
                new Strain("http.server.requests.p95", "requests are slow", p95, 5 * p95, 15));
    }

    /** The points that {@code value} costs; none if it is not known. */
    Optional<Deduction> deduction(double value) {
        double share = Double.isNaN(value) ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
        int taken = (int) Math.ceil(share * points);
        return taken == 0 ? Optional.empty() : Optional.of(new Deduction(taken, cause, evidence(value)));
    }

    private String evidence(double value) {
        return String.format(Locale.ROOT, "%s is %.4g, up to %.4g costs nothing", metric, value, from);
    }
}
