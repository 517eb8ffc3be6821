package dev.renum.health.request;

import static java.util.Objects.requireNonNull;

import dev.renum.core.RequestObserver;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests and their time by method, route template and status.
 *
 * <p>Recording allocates nothing for a method, route and status seen before, and is lock-free but for a request slower than all since the last look,
 * which may wait for another such one. At most 200 pairs of method and route are
 * told apart, further ones count as {@code other} and requests without a route as {@code unmatched}; methods beyond RFC 9110 and PATCH count as {@code OTHER}. Safe for use by many threads.
 */
public final class RequestStatistics implements RequestObserver, Monitored {
    private static final Metric REQUESTS =
            new Metric("http.server.requests", "seconds", "Requests served, and how long they took.");
    private static final Metric ACTIVE =
            new Metric("http.server.requests.active", "requests", "Requests that are being served.");
    private static final Metric P95 = new Metric(
            "http.server.requests.p95",
            "seconds",
            "The time that 95 of 100 requests of the last minutes took at most, if there were 20.");
    private static final Metric ERRORS = new Metric(
            "http.server.requests.errors",
            "",
            "The ratio of the requests of the last minutes that failed, if there were 20.");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    private static final String OTHER_METHOD = "OTHER";
    private static final String OTHER_ROUTE = "other";
    private static final String UNMATCHED = "unmatched";
    private static final int MAX_ROUTES = 200;

    private final Ticker ticker;
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    /** Not changed after construction; a {@code HashMap} since it answers for a null method too. */
    private final Map<String, Map<String, RouteStatistics>> byMethod = new HashMap<>();

    private final Map<String, RouteStatistics> otherMethods = new ConcurrentHashMap<>();
    private final AtomicInteger routes = new AtomicInteger();
    private final Windows windows;

    private RequestStatistics(Ticker ticker) {
        this.ticker = ticker;
        METHODS.forEach(method -> byMethod.put(method, new ConcurrentHashMap<>()));
        byMethod.put(OTHER_METHOD, otherMethods);
        windows = new Windows(ticker);
    }

    /** Counts from now on, by the time of {@code ticker}. */
    public static RequestStatistics of(Ticker ticker) {
        return new RequestStatistics(requireNonNull(ticker, "ticker"));
    }

    @Override
    public long begin() {
        begun.increment();
        return ticker.read();
    }

    @Override
    public void end(long begun, String method, @Nullable String routeTemplate, int status) {
        end(begun, method, routeTemplate, status, null);
    }

    @Override
    public void end(long begun, String method, @Nullable String routeTemplate, int status, @Nullable String traceId) {
        try {
            long nanos = Math.max(0, ticker.read() - begun);
            route(method, routeTemplate == null ? UNMATCHED : routeTemplate).record(status, nanos, traceId);
        } finally {
            // Whatever fails: a request that never ends would hold up every orderly stop.
            ended.increment();
        }
    }

    /**
     * What the requests of the last five minutes came to, by method and route, those with the most requests first. Nothing of them is known if nobody
     * has looked for more than five minutes; a monitor looks every minute, see {@link #keepUp}.
     *
     * <p>Percentiles are right to 1 % from 0.1 ms to one minute; shorter times are right to 1 µs, longer ones count as one minute. Who looks more often than every 5 s sees the same.
     */
    public List<RouteReport> routes() {
        return windows.reports(named());
    }

    /**
     * Looks if nobody has for a minute, so that what is shown stays recent. A monitor does so; who has statistics without one calls it at least every five
     * minutes.
     */
    public void keepUp() {
        windows.keepUp(this::named);
    }

    /** How many requests have begun and not ended; exact once no request begins or ends. */
    public long inFlight() {
        long finished = ended.sum();
        return Math.max(0, begun.sum() - finished);
    }

    /** None. */
    @Override
    public List<CheckSpec> checks() {
        return List.of();
    }

    @Override
    public void measure(MetricSink sink) {
        sink.gauge(ACTIVE, (double) inFlight());
        Windows.Overall overall = windows.overall(named());
        sink.gauge(P95, overall.p95());
        sink.gauge(ERRORS, overall.errors());
        byMethod.forEach((method, byRoute) ->
                byRoute.values().forEach(statistics -> statistics.measure(sink, REQUESTS, method)));
    }

    private List<Windows.Named> named() {
        List<Windows.Named> named = new ArrayList<>();
        byMethod.forEach((method, byRoute) ->
                byRoute.values().forEach(statistics -> named.add(new Windows.Named(method, statistics))));
        return named;
    }

    private RouteStatistics route(String method, String template) {
        Map<String, RouteStatistics> byRoute = byMethod.getOrDefault(method, otherMethods);
        RouteStatistics known = byRoute.get(template);
        if (known != null) {
            return known;
        }
        return template.equals(UNMATCHED) || !hasRoom() ? spare(byRoute, template) : add(byRoute, template);
    }

    private boolean hasRoom() {
        return routes.get() < MAX_ROUTES;
    }

    /** The one for requests without a route, or for all routes for which there is no room. */
    private static RouteStatistics spare(Map<String, RouteStatistics> byRoute, String template) {
        return byRoute.computeIfAbsent(template.equals(UNMATCHED) ? UNMATCHED : OTHER_ROUTE, RouteStatistics::new);
    }

    private RouteStatistics add(Map<String, RouteStatistics> byRoute, String template) {
        RouteStatistics added = byRoute.computeIfAbsent(
                template, name -> routes.incrementAndGet() <= MAX_ROUTES ? new RouteStatistics(name) : null);
        return added != null ? added : spare(byRoute, OTHER_ROUTE);
    }
}
