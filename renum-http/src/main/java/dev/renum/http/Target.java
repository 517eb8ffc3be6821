package dev.renum.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request is aimed at.
 *
 * @param method how
 * @param path the path as received, not decoded
 * @param query the decoded values by name, in the order received; unmodifiable
 */
record Target(HttpMethod method, String path, Map<String, List<String>> query) {
    static final int MAX_PARAMETERS = 100;

    /** A target whose query is not known, or not fit to be. */
    static Target of(HttpMethod method, String path) {
        return new Target(method, path, Map.of());
    }

    Target withQuery(@Nullable String raw) throws Refusal {
        return new Target(method, path, parse(raw));
    }

    /** Splits and decodes a path; a refusal if any segment could be taken for more than a plain value. */
    static List<String> segments(String path) throws Refusal {
        if (path.equals("/")) {
            return List.of();
        }
        if (!path.startsWith("/")) {
            throw ambiguous();
        }
        List<String> segments = new ArrayList<>();
        for (String raw : path.substring(1).split("/", -1)) {
            segments.add(plain(PercentDecoder.decode(raw)));
        }
        return segments;
    }

    private static String plain(String segment) throws Refusal {
        boolean navigates = segment.isEmpty() || segment.equals(".") || segment.equals("..");
        if (navigates || segment.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw ambiguous();
        }
        return segment;
    }

    private static Map<String, List<String>> parse(@Nullable String raw) throws Refusal {
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        String[] pairs = raw.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw new Refusal(Problem.of(
                    400, HttpCode.TOO_MANY_PARAMETERS, "The query has more than " + MAX_PARAMETERS + " parameters."));
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : pairs) {
            add(query, pair);
        }
        query.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(query);
    }

    private static void add(Map<String, List<String>> query, String pair) throws Refusal {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.computeIfAbsent(form(name), absent -> new ArrayList<>()).add(form(value));
    }

    /** Queries are written by forms, where {@code +} is a space. */
    private static String form(String encoded) throws Refusal {
        return PercentDecoder.decode(encoded.replace("+", "%20"));
    }

    private static Refusal ambiguous() {
        return new Refusal(
                Problem.of(
                                400,
                                HttpCode.AMBIGUOUS_PATH,
                                "The path has empty segments, '.' or '..', or encoded separators or control characters.")
                        .withCure(
                                "Send the path in its normal form; send values with such characters as parameters of the query."));
    }
}
