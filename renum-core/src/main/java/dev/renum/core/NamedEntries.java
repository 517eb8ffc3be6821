package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds values whose sensitive name is itself a value: {@code <property name="password" value="x"/>}, {@code {"key":"token","value":"x"}},
 * {@code - name: DB_PASSWORD} and {@code value: x} in the next line, in either order.
 */
final class NamedEntries {
    private static final Pattern PART =
            Pattern.compile("(?<![\\w.-])((?i:name|key|id|value|content))(?![\\w.-])" + NamedValue.SIGN);

    private final Redaction redaction;
    private final String text;

    /** Where the last part of the entry began, and where it ended. */
    private int start;

    private int end;
    private boolean isSensitive;
    private NamedValue.@Nullable Span value;

    private NamedEntries(Redaction redaction) {
        this.redaction = redaction;
        text = redaction.text();
    }

    static void hideIn(Redaction redaction) {
        new NamedEntries(redaction).hideAll();
    }

    private void hideAll() {
        Matcher part = PART.matcher(text);
        int from = 0;
        while (part.find(from)) {
            from = part.group(3) == null ? part.end() : visit(part);
        }
    }

    private int visit(Matcher part) {
        if (isParted(part.start(), part.group(3).startsWith(":"))) {
            isSensitive = false;
            value = null;
        }
        NamedValue.Span found = new NamedValue(text, part.toMatchResult()).span();
        if (isValue(part.group(1))) {
            value = found;
        } else {
            isSensitive |= NamedValues.isSensitive(text.substring(found.start(), found.end()));
        }
        if (isSensitive && value != null) {
            redaction.hide(value.start(), value.end());
        }
        start = part.group(2) == null
                ? part.start()
                : part.start() - part.group(2).length();
        end = found.end();
        return end;
    }

    private static boolean isValue(String part) {
        return "vVcC".indexOf(part.charAt(0)) >= 0;
    }

    /** Whether an entry ends between its last part and {@code next}: by a closed bracket, in YAML also by a line that is indented less. */
    private boolean isParted(int next, boolean isYaml) {
        int depth = 0;
        for (int at = end; at < next && depth >= 0; at++) {
            depth += step(text.charAt(at));
            if (isYaml && text.charAt(at) == '\n' && isIndentedLess(at + 1)) {
                return true;
            }
        }
        return depth < 0;
    }

    private static int step(char c) {
        return switch (c) {
            case '<', '(', '[', '{' -> 1;
            case '>', ')', ']', '}' -> -1;
            default -> 0;
        };
    }

    /** Whether a line begins left of the last part. */
    private boolean isIndentedLess(int line) {
        int first = line;
        while (first < text.length() && " \t".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        boolean isEmpty = first == text.length() || "\r\n".indexOf(text.charAt(first)) >= 0;
        int leftmost = start - (first - line);
        return !isEmpty && leftmost > 0 && !text.substring(leftmost - 1, start).contains("\n");
    }
}
