package dev.renum.config.source;

import java.util.Locale;

/** Compares names as people write them: keys, their parts, constants. */
public final class Names {
    private Names() {}

    /** {@code name} without what people write differently: {@code ssl-mode}, {@code SSL_MODE} and {@code sslMode} are {@code sslmode}. */
    public static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether {@code key} is one of the keys below {@code group}, as {@code a.b.c} is below {@code a}. */
    public static boolean isBelow(String key, String group) {
        int end = group.length();
        return key.length() > end && key.charAt(end) == '.' && key.startsWith(group);
    }

    /** Whether {@code key} is one of those that {@code scope} means: those below it, or all if it is empty. */
    public static boolean isWithin(String key, String scope) {
        return scope.isEmpty() || isBelow(key, scope);
    }
}
