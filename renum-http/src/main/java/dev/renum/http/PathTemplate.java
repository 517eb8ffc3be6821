package dev.renum.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of a route, whose segments are either literal or a variable that takes any one segment.
 *
 * @param text such as {@code /teams/{id}/members}: starts with {@code /} and does not end with it, but for {@code /} itself;
 *     literals are letters, digits and {@code . _ ~ -}, names of variables are letters and digits and differ
 */
public record PathTemplate(String text) {
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}");

    /** Checks the text. */
    public PathTemplate {
        if (!text.startsWith("/")) {
            throw refused(text, "start with '/'");
        }
        Set<String> variables = new HashSet<>();
        for (String segment : split(text)) {
            check(text, segment, variables);
        }
    }

    /**
     * The template that {@code text} describes.
     *
     * @throws IllegalArgumentException if the text is not allowed
     */
    public static PathTemplate of(String text) {
        return new PathTemplate(text);
    }

    /** The names of the variables in the order of the path. */
    public List<String> variables() {
        return segments().stream()
                .filter(PathTemplate::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    List<String> segments() {
        return split(text);
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    @Override
    public String toString() {
        return text;
    }

    private static void check(String text, String segment, Set<String> variables) {
        if (isVariable(segment)) {
            if (!VARIABLE.matcher(segment).matches()) {
                throw refused(text, "name variables like {id}, with letters and digits");
            }
            if (!variables.add(segment)) {
                throw refused(text, "give each variable a name of its own");
            }
            return;
        }
        if (!LITERAL.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
            throw refused(text, "use segments of letters, digits and . _ ~ - other than '.' and '..'");
        }
    }

    private static List<String> split(String text) {
        return text.equals("/") ? List.of() : List.of(text.substring(1).split("/", -1));
    }

    private static IllegalArgumentException refused(String text, String allowed) {
        return new IllegalArgumentException("path template '" + text + "' is not allowed: " + allowed);
    }
}
