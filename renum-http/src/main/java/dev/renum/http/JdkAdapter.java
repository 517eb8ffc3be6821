package dev.renum.http;

import com.sun.net.httpserver.HttpHandler;
import java.util.List;

/**
 * Serves routes on the server of the JDK, {@code com.sun.net.httpserver}.
 *
 * <pre>{@code
 * server.createContext("/", JdkAdapter.handler(routes, List.of(RequestMetrics.filter(observer))));
 * }</pre>
 *
 * <p>Routes are matched against the whole path of the request, whatever the context is. A literal segment wins over a variable,
 * and the path is chosen before the method, as in OpenAPI. What it answers by itself:
 *
 * <table>
 * <caption>Answers of the adapter</caption>
 * <tr><th>request</th><th>answer</th></tr>
 * <tr><td>{@code HEAD} of a {@code GET} route</td><td>status and headers of the {@code GET}, no body</td></tr>
 * <tr><td>{@code OPTIONS} of a known path</td><td>204 with {@code Allow}</td></tr>
 * <tr><td>other method of a known path</td><td>405 with {@code Allow}</td></tr>
 * <tr><td>unknown path</td><td>404; for a known path with a slash behind, naming the path without it</td></tr>
 * <tr><td>unknown method</td><td>501</td></tr>
 * <tr><td>not UTF-8 in percent encoding; more than 100 query parameters</td><td>400</td></tr>
 * <tr><td>{@code //}, {@code .}, {@code ..}, also encoded; encoded {@code /}, {@code \} or control character</td><td>400</td></tr>
 * <tr><td>body longer than the limit</td><td>413, before it is read if its length was announced</td></tr>
 * <tr><td>handler or filter throws or returns {@code null}</td><td>500 with the id under which it was logged</td></tr>
 * </table>
 *
 * <p>Each is a {@link Problem}. Requests whose first line is no valid URI never reach the adapter: the server answers 400 itself, and 404 to
 * {@code //name}, which a URI takes for a host.
 *
 * <p>A body that fails on its way ends in a cut connection; a client of HTTP/1.0, which has no other end of a body, cannot tell.
 * A body must come within 30 seconds once a handler waits for it, or the connection is cut. What nobody has read of it is read and dropped
 * once the answer is sent, for up to 10 seconds and up to 16 MiB (64 KiB if the answer has no body or is a stream): a client that still sends
 * gets its answer, and one that comes to its end keeps its connection. Beyond that it is cut, because the thread is needed.
 */
public final class JdkAdapter {
    /** The longest body of a request that is accepted by default: 64 KiB. */
    public static final int DEFAULT_BODY_LIMIT = 64 * 1024;

    private JdkAdapter() {}

    /**
     * A handler of {@code routes} behind {@code filters}, with bodies of up to {@link #DEFAULT_BODY_LIMIT}.
     *
     * @param filters the first is the outermost
     * @throws IllegalArgumentException if two routes match the same method and paths
     */
    public static HttpHandler handler(List<Route> routes, List<Filter> filters) {
        return handler(routes, filters, DEFAULT_BODY_LIMIT);
    }

    /**
     * Like {@link #handler(List, List)} with another limit.
     *
     * @param bodyLimit the longest body of a request that is accepted, in bytes, 0 to 16 MiB; each request may hold that much memory
     * @throws IllegalArgumentException if two routes match the same method and paths, or the limit is not allowed
     */
    public static HttpHandler handler(List<Route> routes, List<Filter> filters, int bodyLimit) {
        return new JdkHandler(new Dispatcher(RouteTable.of(routes), filters, bodyLimit), Patience.DEFAULT);
    }
}
