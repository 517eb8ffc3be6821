package dev.renum.config.source;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares names as people write them: keys, their parts, constants. */
public final class Names {
    /** The number of an element, wherever it stands, as an expression with one group. */
    public static final String NUMBER = "(0|[1-9]\\d{0,8})";

    /** The same as it stands in names of variables. */
    public static final String INDEX_IN_VARIABLE = "_" + NUMBER + "_";

    /** The same as it stands in keys; {@code [01]} and {@code [main]} are parts of names like any other. */
    public static final Pattern INDEX = Pattern.compile("\\[" + NUMBER + "]");

    /** Stands for the name of an entry in the keys of what a map holds. */
    public static final String ANY = "*";

    private static final int MAX_DIGITS = 9;

    private Names() {}

    /** Whether the number of an element begins at {@code at} in {@code key}, as {@link #INDEX} would find it; each key is asked this several times. */
    public static boolean isElementAt(String key, int at) {
        int end = at + 1;
        while (end < key.length() && key.charAt(end) >= '0' && key.charAt(end) <= '9') {
            end++;
        }
        int digits = end - at - 1;
        boolean isPlain = digits == 1 || (digits > 1 && digits <= MAX_DIGITS && key.charAt(at + 1) != '0');
        return key.charAt(at) == '[' && isPlain && end < key.length() && key.charAt(end) == ']';
    }

    /** The outermost list that {@code key} is in; {@code null} if it is in none. */
    public static @Nullable String listAround(String key) {
        int at = key.indexOf('[');
        while (at >= 0 && !isElementAt(key, at)) {
            at = key.indexOf('[', at + 1);
        }
        return at < 0 ? null : key.substring(0, at);
    }

    /** {@code key} with {@code []} for each element, whatever its number. */
    public static String withoutNumbers(String key) {
        return key.indexOf('[') < 0 ? key : INDEX.matcher(key).replaceAll("[]");
    }

    /** {@code name} without what people write differently: {@code ssl-mode}, {@code SSL_MODE} and {@code sslMode} are {@code sslmode}. */
    public static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether {@code key} is one of the keys below {@code group}, as {@code a.b.c} is below {@code a}. */
    public static boolean isBelow(String key, String group) {
        int end = group.length();
        return key.length() > end && key.charAt(end) == '.' && key.startsWith(group);
    }

    /** Whether {@code key} is below {@code holder}, or an element of it, or in one. */
    public static boolean isIn(String key, String holder) {
        int end = holder.length();
        return key.length() > end && ".[".indexOf(key.charAt(end)) >= 0 && key.startsWith(holder);
    }

    /** Whether {@code key} is {@code holder}, or in it. */
    public static boolean isOf(String key, String holder) {
        return key.equals(holder) || isIn(key, holder);
    }

    /** Whether {@code key} is one of those that {@code scope} means: those below it, or all if it is empty. */
    public static boolean isWithin(String key, String scope) {
        return scope.isEmpty() || isBelow(key, scope);
    }
}
