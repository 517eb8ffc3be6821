package dev.renum.health.notify;

import dev.renum.core.settings.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where something is posted to. The whole address counts as a secret: whoever knows it can post there. */
final class Target {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PART_END = Pattern.compile("[/?&=;]");

    private Target() {}

    /**
     * Checks the settings {@code prefix.enabled}, {@code prefix.url} and {@code prefix.timeout}.
     *
     * @throws IllegalArgumentException if it is enabled without an address; if that is no URL with a host and {@code https}, or {@code http} to this machine, and the
     *     message does not show it; or if {@code timeout} is not allowed
     */
    static void check(String prefix, boolean enabled, @Nullable Secret<String> url, Duration timeout) {
        if (url == null && enabled) {
            throw new IllegalArgumentException(prefix + ".url is missing: set it, or " + prefix + ".enabled=false");
        }
        if (url != null && !isAllowed(parse(url))) {
            throw new IllegalArgumentException(
                    prefix
                            + ".url is not allowed: use a URL that begins with https:// and has no user-info; http:// only to localhost");
        }
        Timeouts.check(prefix + ".timeout", timeout);
    }

    private static @Nullable URI parse(Secret<String> url) {
        try {
            return new URI(url.reveal().strip());
        } catch (URISyntaxException e) {
            return null; // its message shows the address
        }
    }

    private static boolean isAllowed(@Nullable URI uri) {
        return uri != null && uri.getHost() != null && uri.getRawUserInfo() == null && isSafe(uri);
    }

    private static boolean isSafe(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean isLocal = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return scheme.equals("https") || (scheme.equals("http") && isLocal);
    }

    static URI uri(Secret<String> url) {
        return URI.create(url.reveal().strip());
    }

    /** What must not be seen of it in any text: the whole, and each part that may be a key, as it is sent and as it is meant. */
    static List<String> secrets(URI uri) {
        Stream<String> parts = Stream.of(uri.getRawPath(), uri.getPath(), uri.getRawQuery(), uri.getQuery())
                .filter(Objects::nonNull)
                .flatMap(PART_END::splitAsStream);
        return Stream.concat(Stream.of(uri.toString()), parts)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
