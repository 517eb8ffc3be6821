package dev.renum.monitoring;

import dev.renum.core.settings.Secret;
import dev.renum.http.Filter;
import dev.renum.http.Route;
import java.util.List;
import java.util.Optional;

/**
 * What monitoring serves, to be mounted on any server:
 *
 * <pre>{@code
 * server.createContext("/", JdkAdapter.handler(endpoints.routes(), endpoints.filters()));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class MonitoringEndpoints {
    private final List<Route> routes;
    private final List<Filter> filters;
    private final Tokens tokens;

    MonitoringEndpoints(List<Route> routes, List<Filter> filters, Tokens tokens) {
        this.routes = List.copyOf(routes);
        this.filters = List.copyOf(filters);
        this.tokens = tokens;
    }

    /** Every route, with its documentation; empty if monitoring is switched off. */
    public List<Route> routes() {
        return routes;
    }

    /** What must stand before the routes: access. Leaving it out opens everything to everybody. */
    public List<Filter> filters() {
        return filters;
    }

    /** The token that was made because none is configured; empty unless {@link MonitoringSettings#randomToken()} asks for one. */
    public Optional<Secret<String>> randomToken() {
        return tokens.generated();
    }

    boolean isClosed() {
        return tokens.isEmpty();
    }
}
