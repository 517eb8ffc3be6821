package dev.renum.http;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.renum.core.RequestObserver;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells an observer of each exchange.
 *
 * <p>All state is on the stack: attributes of an exchange are shared by all exchanges of its context.
 */
final class JdkMetricsFilter extends Filter {
    private final RequestObserver observer;
    private final Function<HttpExchange, @Nullable String> template;

    JdkMetricsFilter(RequestObserver observer, Function<HttpExchange, @Nullable String> template) {
        this.observer = requireNonNull(observer, "observer");
        this.template = requireNonNull(template, "template");
    }

    @Override
    public String description() {
        return "tells an observer of each request";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        long begun = observer.begin();
        int status = 500;
        try {
            chain.doFilter(exchange);
            int sent = exchange.getResponseCode();
            status = sent < 0 ? 500 : sent;
        } finally {
            String method = HttpMethod.of(exchange.getRequestMethod()).name();
            observer.end(begun, method, templateOf(exchange), status);
        }
    }

    private @Nullable String templateOf(HttpExchange exchange) {
        try {
            return template.apply(exchange);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
