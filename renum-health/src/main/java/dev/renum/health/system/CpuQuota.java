package dev.renum.health.system;

/**
 * The CPU time that a control group may use, and what came of it since the group was made.
 *
 * @param cpus how many processors' time
 * @param seconds how much time was used
 * @param periods in how many periods somebody wanted to run
 * @param throttled in how many of them the quota was used up
 */
record CpuQuota(double cpus, double seconds, double periods, double throttled) {
    /** How much of the time was used since {@code then}. */
    double loadSince(CpuQuota then, double elapsedSeconds) {
        return new Usage(seconds - then.seconds, cpus * elapsedSeconds).ratio();
    }

    /** In which share of the periods since {@code then} it was throttled; in none if nobody wanted to run. */
    double throttledSince(CpuQuota then) {
        return periods == then.periods ? 0 : new Usage(throttled - then.throttled, periods - then.periods).ratio();
    }
}
