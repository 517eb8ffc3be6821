package dev.renum.http;

import static java.util.Objects.requireNonNull;

import dev.renum.core.FindingCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error as a client is told of it: "Problem Details for HTTP APIs", RFC 9457, with a stable code and a cure.
 *
 * @param type a URI reference for the kind of problem; {@code about:blank} if the status says it all
 * @param title a short name of the kind, the same each time
 * @param status 400 to 599
 * @param detail what is wrong this time, without anything of the inside
 * @param code a stable code, documented with causes and cures
 * @param cure what the client may do about it, or {@code null} if nothing is known
 * @param extensions further members, strings, numbers or booleans, in the order given; unmodifiable
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String cure,
        Map<String, Object> extensions) {
    /** The media type of {@link #json()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,}");
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "code", "cure");

    /** Copies the extensions and checks them and the status. */
    public Problem {
        requireNonNull(type, "type");
        requireNonNull(title, "title");
        requireNonNull(detail, "detail");
        requireNonNull(code, "code");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status " + status + " of a problem is not allowed: use 400 to 599");
        }
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        extensions.forEach(Problem::check);
    }

    /** A problem of type {@code about:blank}, whose title is the phrase of the status. */
    public static Problem of(int status, FindingCode code, String detail) {
        return new Problem("about:blank", ReasonPhrase.of(status), status, detail, code.id(), null, Map.of());
    }

    /** The same as a kind of its own. */
    public Problem withType(String type, String title) {
        return new Problem(type, title, status, detail, code, cure, extensions);
    }

    /** The same with a cure. */
    public Problem withCure(String cure) {
        return new Problem(type, title, status, detail, code, requireNonNull(cure, "cure"), extensions);
    }

    /**
     * The same with one more member, or another value of it.
     *
     * @param name at least three letters, digits or {@code _}, not one of the members that every problem has
     * @param value a string, number or boolean
     * @throws IllegalArgumentException if the name or the type of the value is not allowed
     */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, title, status, detail, code, cure, more);
    }

    /** The problem as JSON in UTF-8. */
    public byte[] json() {
        return ProblemJson.of(this);
    }

    private static void check(String name, Object value) {
        if (!EXTENSION.matcher(name).matches() || MEMBERS.contains(name)) {
            throw new IllegalArgumentException("member '" + name
                    + "' is not allowed: use three or more letters, digits or '_', none of " + MEMBERS);
        }
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "the value of member '" + name + "' must be a string, number or boolean");
        }
    }
}
