package dev.renum.example.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/** Reads {@code postgres://user:password@host:port/database} as hosting services write it. */
final class PostgresUrl {
    private PostgresUrl() {}

    /**
     * The URL for JDBC.
     *
     * @throws IllegalArgumentException if {@code url} is neither a JDBC URL nor of that form; does not name the URL
     */
    static String toJdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            if (url.split("\\?", 2)[0].contains("@")) {
                throw new IllegalArgumentException("user and password belong into the parameters of a JDBC URL");
            }
            return url;
        }
        if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
            throw new IllegalArgumentException("not a URL of PostgreSQL");
        }
        URI uri = URI.create(url);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("a URL without a host");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?" + parameters(uri);
    }

    private static String parameters(URI uri) {
        StringBuilder parameters = new StringBuilder(uri.getRawQuery() == null ? "" : uri.getRawQuery() + "&");
        if (uri.getUserInfo() != null) {
            String[] parts = uri.getUserInfo().split(":", 2);
            parameters.append("user=").append(URLEncoder.encode(parts[0], UTF_8));
            if (parts.length == 2) {
                parameters.append("&password=").append(URLEncoder.encode(parts[1], UTF_8));
            }
        }
        return parameters.toString();
    }
}
