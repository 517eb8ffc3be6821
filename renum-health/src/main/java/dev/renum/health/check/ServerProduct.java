package dev.renum.health.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says that it is, at the beginning of its header {@code Server} (RFC 9110): {@code nginx/1.25.3}, and as Jetty writes it,
 * {@code Jetty(12.1.0)}.
 *
 * @param name at most 64 characters
 * @param version at most 32 characters, a digit first
 */
record ServerProduct(String name, String version) {
    private static final Pattern FIRST =
            Pattern.compile("([A-Za-z][\\w.-]{0,63})[/(]v?(\\d[\\w.+-]{0,31}+)(?![^\\s),;])");

    /** Nothing if {@code header} begins with no product, or with one that keeps its version to itself. */
    static Optional<ServerProduct> in(String header) {
        Matcher first = FIRST.matcher(header);
        return first.lookingAt() ? Optional.of(new ServerProduct(first.group(1), first.group(2))) : Optional.empty();
    }
}
