package dev.renum.config.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a URL says about where it leads.
 *
 * @param scheme in small letters, with all its parts: {@code https}, {@code jdbc:postgresql}
 * @param hosts without ports; an empty one is this machine
 * @param parameters by name in small letters; those of JDBC behind {@code ;} too
 * @param password the password in it, or {@code null}
 */
record Endpoint(
        String scheme,
        List<String> hosts,
        Map<String, String> parameters,
        @Nullable String password) {
    private static final Pattern URL =
            Pattern.compile("((?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*(?::[A-Za-z][\\w-]*)*)://([^/?#;]*)([^?#;]*)([^#]*).*");

    /** A comma after which another URL begins; others part the hosts of one. */
    private static final Pattern BETWEEN_URLS = Pattern.compile(",\\s*(?=[A-Za-z][A-Za-z0-9+.:-]*://)");

    private static final Set<String> SECURE =
            Set.of("https", "wss", "rediss", "rediss-sentinel", "amqps", "ldaps", "mqtts", "smtps", "imaps", "ftps");
    private static final Pattern BETWEEN_PARAMETERS = Pattern.compile("[?&;]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /** What each URL in {@code text} says; empty if it has none with a place. */
    static List<Endpoint> in(String text) {
        return text.contains("://")
                ? BETWEEN_URLS.splitAsStream(text).flatMap(Endpoint::of).toList()
                : List.of();
    }

    private static Stream<Endpoint> of(String text) {
        Matcher url = URL.matcher(text.strip());
        return url.matches() ? Stream.of(of(url)) : Stream.empty();
    }

    private static Endpoint of(Matcher url) {
        String authority = url.group(2);
        int end = authority.lastIndexOf('@');
        Map<String, String> parameters = parameters(url.group(4));
        String password = end < 0 ? null : afterColon(authority.substring(0, end));
        return new Endpoint(
                url.group(1).toLowerCase(Locale.ROOT),
                hosts(authority.substring(end + 1)),
                parameters,
                password == null ? parameters.getOrDefault("password", parameters.get("pwd")) : password);
    }

    /** The hosts in {@code a:1,b:2}, without ports. */
    static List<String> hosts(String authority) {
        return Arrays.stream(authority.split(",", -1)).map(Endpoint::host).toList();
    }

    private static String host(String address) {
        String host = address.strip().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            int end = host.indexOf(']');
            return end < 0 ? host : host.substring(1, end);
        }
        boolean isVersion6 = host.indexOf(':') != host.lastIndexOf(':');
        return isVersion6 ? host : PORT.matcher(host).replaceFirst("");
    }

    private static @Nullable String afterColon(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0 ? null : userInfo.substring(colon + 1);
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : BETWEEN_PARAMETERS.split(text, -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals).toLowerCase(Locale.ROOT), part.substring(equals + 1));
            }
        }
        return parameters;
    }

    /** Whether it leads to another machine, so that somebody between the two can listen. */
    boolean leavesTheMachine() {
        return hosts.stream().anyMatch(Hosts::isElsewhere);
    }

    /** Whether its scheme says that TLS is used. */
    boolean isSecure() {
        return SECURE.contains(scheme);
    }

    boolean isLoopback() {
        return !hosts.isEmpty() && hosts.stream().allMatch(Hosts::isLoopback);
    }

    /** The parameter {@code name} in small letters, empty if it is not there. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }
}
