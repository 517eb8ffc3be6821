package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Finding;
import dev.renum.health.metric.SystemMetrics;
import dev.renum.health.request.RouteReport;
import java.time.Instant;
import java.util.List;

/**
 * All that a person wants to see at first: the model behind a page. Immutable.
 *
 * @param at when it was made
 * @param snapshot the checks, what they come to, and the score
 * @param performance what slows the system down
 * @param routes what the requests of the last minutes came to, those with the most first; unmodifiable
 * @param inFlight how many requests are being served
 * @param system the figures of the machine, the container and the JVM
 * @param blindSpots what the monitor does not see of the figures, and why; unmodifiable
 * @param changes the last 50 changes of status, newest first; unmodifiable
 */
public record HealthDashboard(
        Instant at,
        HealthSnapshot snapshot,
        PerformanceReport performance,
        List<RouteReport> routes,
        long inFlight,
        SystemMetrics system,
        List<Finding> blindSpots,
        List<HealthChange> changes) {
    /** Copies the lists. */
    public HealthDashboard {
        requireNonNull(at, "at");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(performance, "performance");
        requireNonNull(system, "system");
        routes = List.copyOf(routes);
        blindSpots = List.copyOf(blindSpots);
        changes = List.copyOf(changes);
    }

    /** What {@code health} tells now, beside what only its maker knows. */
    static HealthDashboard of(HealthMonitor health, List<Finding> blindSpots, List<HealthChange> changes) {
        return new HealthDashboard(
                Instant.now(),
                health.snapshot(),
                health.detectPerformanceIssues(),
                health.requests().routes(),
                health.requests().inFlight(),
                health.collectSystemMetrics(),
                blindSpots,
                changes);
    }
}
