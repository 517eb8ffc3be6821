package dev.renum.health.request;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one method and route template came to in the last minutes.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param route the template, such as {@code /teams/{id}}; {@code unmatched} if no route matched, {@code other} beyond 200 routes
 * @param requests how many ended
 * @param errors how many of them with a status of 500 or more
 * @param p50 the time that half of them took at most; zero if there was none, as for the other times
 * @param p95 the time that 95 of 100 took at most
 * @param p99 the time that 99 of 100 took at most
 * @param max the longest time
 * @param slowest the slowest request, or {@code null} if there was none
 */
public record RouteReport(
        String method,
        String route,
        long requests,
        long errors,
        Duration p50,
        Duration p95,
        Duration p99,
        Duration max,
        @Nullable SlowestRequest slowest) {
    /** Checks what must be there. */
    public RouteReport {
        requireNonNull(method, "method");
        requireNonNull(route, "route");
        requireNonNull(p50, "p50");
        requireNonNull(p95, "p95");
        requireNonNull(p99, "p99");
        requireNonNull(max, "max");
    }

    /** How many of the requests failed, 0 to 1; {@link Double#NaN} if there was none. */
    public double errorRatio() {
        return requests == 0 ? Double.NaN : (double) errors / (double) requests;
    }
}
