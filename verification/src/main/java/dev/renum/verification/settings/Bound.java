package dev.renum.verification.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a range.
 *
 * @param text as declared
 * @param justBeyond the nearest value that the range excludes, of the type of the component
 */
record Bound(String text, Object justBeyond) {
    private static final Pattern QUANTITY = Pattern.compile("(\\d+)([a-z]+)");

    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** The lower end, empty if {@code text} is. */
    static Optional<Bound> least(String text, Class<?> type) {
        return of(text, type, -1);
    }

    /** The upper end, empty if {@code text} is. */
    static Optional<Bound> greatest(String text, Class<?> type) {
        return of(text, type, 1);
    }

    private static Optional<Bound> of(String text, Class<?> type, int step) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Bound(text, beyond(text, type, step)));
    }

    private static Object beyond(String text, Class<?> type, int step) {
        if (type == int.class || type == Integer.class) {
            return Math.addExact(Integer.parseInt(text), step);
        }
        if (type == long.class || type == Long.class) {
            return Math.addExact(Long.parseLong(text), (long) step);
        }
        if (type == double.class || type == Double.class) {
            return step < 0 ? Math.nextDown(Double.parseDouble(text)) : Math.nextUp(Double.parseDouble(text));
        }
        if (type == Duration.class) {
            return duration(text).plusNanos(step);
        }
        throw new IllegalArgumentException("no range is known for " + type.getName());
    }

    private static Duration duration(String text) {
        if (text.toUpperCase(Locale.ROOT).startsWith("P")) {
            return Duration.parse(text);
        }
        Matcher matcher = QUANTITY.matcher(text);
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(
                    "bound '" + text + "' is not allowed: use a number and one of " + UNITS.keySet());
        }
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }
}
