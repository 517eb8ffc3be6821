package dev.renum.http;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import dev.renum.core.RequestObserver;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters that tell a {@link RequestObserver} of each request, exactly once. */
public final class RequestMetrics {
    private RequestMetrics() {}

    /**
     * A filter for routes: names the template of the route, and counts an exception as 500.
     *
     * <p>It measures until the answer is ready; the writing of a streamed body does not count. Put it first.
     */
    public static Filter filter(RequestObserver observer) {
        requireNonNull(observer, "observer");
        return (request, next) -> {
            long begun = observer.begin();
            int status = 500;
            try {
                Response response = next.handle(request);
                status = response.status();
                return response;
            } finally {
                Route route = request.route();
                observer.end(
                        begun,
                        request.method().name(),
                        route == null ? null : route.path().text(),
                        status);
            }
        };
    }

    /**
     * A filter for contexts of the JDK's server, whose template is the path of the context.
     *
     * <p>It measures until the handler returns. A handler that throws, also because the client has gone, or returns without an
     * answer counts as 500; so does one that answers later on another thread.
     */
    public static com.sun.net.httpserver.Filter jdk(RequestObserver observer) {
        return jdk(observer, exchange -> exchange.getHttpContext().getPath());
    }

    /**
     * Like {@link #jdk(RequestObserver)} with another template.
     *
     * @param template gives the template of an exchange that is over, never the concrete path, or {@code null} for
     *     {@code unmatched}; if it throws, the request counts as unmatched
     */
    public static com.sun.net.httpserver.Filter jdk(
            RequestObserver observer, Function<HttpExchange, @Nullable String> template) {
        return new JdkMetricsFilter(observer, template);
    }
}
