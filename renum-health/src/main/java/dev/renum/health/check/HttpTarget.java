package dev.renum.health.check;

import dev.renum.core.Masking;
import dev.renum.health.HealthCode;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a request goes. */
final class HttpTarget {
    private final URI uri;
    private final Endpoint endpoint;

    private HttpTarget(URI uri, Endpoint endpoint) {
        this.uri = uri;
        this.endpoint = endpoint;
    }

    /** @throws IllegalArgumentException if a check may not or cannot go there */
    static HttpTarget of(URI uri) {
        String problem = problemOf(uri);
        if (problem != null) {
            throw new IllegalArgumentException("URL '" + Masking.mask(uri.toString()) + "' is not allowed: " + problem);
        }
        URI ascii = URI.create(uri.toASCIIString());
        return new HttpTarget(ascii, new Endpoint(ascii.getHost().toLowerCase(Locale.ROOT), portOf(ascii)));
    }

    private static @Nullable String problemOf(URI uri) {
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return "use http or https";
        }
        if (uri.getRawUserInfo() != null) {
            return "it has user and password, use a header";
        }
        if (uri.getHost() == null) {
            return "it has no host, or one that is not written as one";
        }
        int port = portOf(uri);
        return port < 1 || port > Limits.MAX_PORT ? "use a port from 1 to 65535" : null;
    }

    private static int portOf(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return isTls(uri) ? 443 : 80;
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    boolean isTls() {
        return isTls(uri);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The host as certificates name it. */
    String bareHost() {
        String host = endpoint.host();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean hasOriginOf(HttpTarget other) {
        return isTls() == other.isTls() && endpoint.equals(other.endpoint);
    }

    /** What the header {@code Host} says (RFC 9110). */
    String authority() {
        return uri.getPort() == -1 ? endpoint.host() : endpoint.toString();
    }

    /** What the request line says (RFC 9112). */
    String pathAndQuery() {
        String path = pathOf(uri);
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String pathOf(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    /** Where {@code location} leads from here. */
    HttpTarget redirected(String location) throws ProbeFailure {
        HttpTarget next;
        try {
            next = of(uri.resolve(location));
        } catch (IllegalArgumentException e) {
            throw refused("to what is no URL that may be asked");
        }
        if (isTls() && !next.isTls()) {
            throw refused("from https to http");
        }
        return next;
    }

    ProbeFailure refused(String why) {
        return new ProbeFailure(HealthCode.REDIRECT_REFUSED, this + " redirects, which is refused: " + why);
    }

    /** Without its query, which may be secret. */
    @Override
    public String toString() {
        return Masking.mask(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + authority() + pathOf(uri));
    }
}
