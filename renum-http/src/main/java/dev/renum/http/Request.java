package dev.renum.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as an adapter has received and checked it, or as a test makes it without a server.
 *
 * <p>Immutable; {@code with…} methods return another request.
 */
public final class Request {
    private static final byte[] NOTHING = {};

    private final Target target;
    private final Match match;
    private final Headers headers;
    private final byte[] body;
    private final InetAddress remoteAddress;

    private Request(Target target, Match match, Headers headers, byte[] body, InetAddress remoteAddress) {
        this.target = target;
        this.match = match;
        this.headers = headers;
        this.body = body;
        this.remoteAddress = remoteAddress;
    }

    /** A {@code GET} of {@code target} from this machine, such as {@code /teams?page=2}. */
    public static Request get(String target) {
        return of(HttpMethod.GET, target);
    }

    /** A {@code POST} of this text in UTF-8 to {@code target} from this machine. */
    public static Request post(String target, String body) {
        return of(HttpMethod.POST, target).withBody(body.getBytes(UTF_8));
    }

    /**
     * A request to {@code target} from this machine, without headers and body.
     *
     * @param target a path and optionally a query, both encoded
     * @throws IllegalArgumentException if the query is not properly encoded or has more than 100 parameters
     */
    public static Request of(HttpMethod method, String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? null : target.substring(question + 1);
        try {
            return received(Target.of(method, path).withQuery(query), Headers.none(), InetAddress.getLoopbackAddress());
        } catch (Refusal e) {
            throw new IllegalArgumentException("target '" + target + "' is not allowed: " + e.getMessage(), e);
        }
    }

    static Request received(Target target, Headers headers, InetAddress remoteAddress) {
        return new Request(target, Match.NONE, headers, NOTHING, remoteAddress);
    }

    /** The same with this value only of header {@code name}. */
    public Request withHeader(String name, String value) {
        return new Request(target, match, headers.with(name, value), body, remoteAddress);
    }

    /** The same with a value for a variable of the path. */
    public Request withPathParameter(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(match.parameters());
        more.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        Match richer = new Match(match.route(), Collections.unmodifiableMap(more));
        return new Request(target, richer, headers, body, remoteAddress);
    }

    /** The same with another body; {@code body} is copied. */
    public Request withBody(byte[] body) {
        return new Request(target, match, headers, body.clone(), remoteAddress);
    }

    /** The same from another peer. */
    public Request withRemoteAddress(InetAddress remoteAddress) {
        return new Request(target, match, headers, body, requireNonNull(remoteAddress, "remoteAddress"));
    }

    /** The same as a request of {@code route}. */
    public Request withRoute(Route route) {
        return with(new Match(requireNonNull(route, "route"), match.parameters()));
    }

    Request withQuery(@Nullable String raw) throws Refusal {
        return new Request(target.withQuery(raw), match, headers, body, remoteAddress);
    }

    Request with(Match match) {
        return new Request(target, match, headers, body, remoteAddress);
    }

    /** The method; for a {@code HEAD} that a {@code GET} route answers it is {@link HttpMethod#HEAD}. */
    public HttpMethod method() {
        return target.method();
    }

    /** The path as received, neither decoded nor normalized; may be anything if {@link #route()} is {@code null}. */
    public String path() {
        return target.path();
    }

    /** The route that matched, or {@code null} if none did. */
    public @Nullable Route route() {
        return match.route();
    }

    /**
     * The decoded value of a variable of the path: not empty, and without separators and control characters.
     *
     * @throws IllegalArgumentException if the template of the route has no such variable
     */
    public String pathParameter(String name) {
        String value = match.parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no path parameter '" + name + "', only "
                    + match.parameters().keySet());
        }
        return value;
    }

    /** The decoded values of a parameter of the query in the order received; empty if it is absent. */
    public List<String> query(String name) {
        return target.query().getOrDefault(requireNonNull(name, "name"), List.of());
    }

    /** The first value of a parameter of the query, or empty if it is absent; {@code ""} if it has no value. */
    public Optional<String> findQuery(String name) {
        return query(name).stream().findFirst();
    }

    /** The decoded query by name, in the order received; at most 100 values, unmodifiable. */
    public Map<String, List<String>> query() {
        return target.query();
    }

    /** The headers. */
    public Headers headers() {
        return headers;
    }

    /** A copy of the body, which is at most as long as the adapter allows; empty if there is none, and in filters. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as text in UTF-8. */
    public String bodyText() {
        return new String(body, UTF_8);
    }

    /** The peer of the connection: a proxy if there is one between. */
    public InetAddress remoteAddress() {
        return remoteAddress;
    }

    @Override
    public String toString() {
        // Without query, headers and body: they may hold secrets.
        return "Request[" + method() + " " + path() + "]";
    }
}
