package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which alerts a silence is about. Immutable.
 *
 * @param rule the name of a rule; a {@code *} stands for any characters
 * @param labels the labels that an alert must have, with these values
 */
public record AlertMatcher(String rule, Map<String, String> labels) {
    /** Copies {@code labels}. */
    public AlertMatcher {
        requireNonNull(rule, "rule");
        labels = Map.copyOf(labels);
    }

    /** All alerts of the rules that {@code rule} names; a {@code *} stands for any characters. */
    public static AlertMatcher rule(String rule) {
        return new AlertMatcher(rule, Map.of());
    }

    /** Those of these alerts that have the label {@code name} with {@code value}, too. */
    public AlertMatcher label(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, value);
        return new AlertMatcher(rule, more);
    }

    boolean matches(String name, Map<String, String> present) {
        return matches(rule, name) && present.entrySet().containsAll(labels.entrySet());
    }

    /** Greedy matching with one place to come back to: linear in practice, never exponential. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
