package dev.renum.health.dependency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version in what a server says of itself: {@code 18.6 (Debian 18.6-1.pgdg12+1)}, {@code 5.5.5-10.11.8-MariaDB}, {@code nginx/1.25.3}.
 */
final class ServerVersion {
    private static final int MAX_LENGTH = 500;
    /** MariaDB goes by 5.5.5 before its own version, since clients of old compare only the first digit. */
    private static final Pattern MARIADB = Pattern.compile("(?i)^5\\.5\\.5-(\\d+(?:\\.\\d+)+-MariaDB)");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.])v?(\\d++(?:\\.\\d++)*+(?:[.-]?(?:alpha|beta|rc|devel|snapshot|m)[.-]?\\d*)?)(?![A-Za-z])",
            Pattern.CASE_INSENSITIVE);

    private ServerVersion() {}

    /** The version in {@code text}, or nothing if there is none. */
    static Optional<String> in(String text) {
        String told = text.substring(0, Math.min(text.length(), MAX_LENGTH)).strip();
        Matcher number = NUMBER.matcher(MARIADB.matcher(told).replaceFirst("$1"));
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }
}
