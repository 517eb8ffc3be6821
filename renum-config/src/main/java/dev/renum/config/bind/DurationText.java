package dev.renum.config.bind;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1h30m}, or ISO-8601 such as {@code PT1M}. */
final class DurationText {
    private static final Pattern PART = Pattern.compile("(\\d++)\\s*+([a-zµ]++)\\s*+");
    private static final Pattern FRACTION = Pattern.compile("\\d[.,]\\d");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ns", Duration.ofNanos(1)),
            Map.entry("us", Duration.ofNanos(1_000)),
            Map.entry("µs", Duration.ofNanos(1_000)),
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)));
    private static final String UNIT_CURE = "use ms, s, m, h or d, such as 250ms, 30s or 1h30m";

    private DurationText() {}

    static Duration parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("p") || lower.startsWith("-p") ? Duration.parse(text) : parts(lower);
        } catch (DateTimeParseException e) {
            throw new ConversionException("is not an ISO-8601 duration", "write PT1M30S, or simpler 1m30s");
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ConversionException("is longer than any duration", UNIT_CURE);
        }
    }

    private static Duration parts(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (text.chars().allMatch(Character::isDigit)) {
            throw new ConversionException("has no unit", UNIT_CURE);
        }
        return sum(text);
    }

    private static Duration sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.region(end, text.length()).lookingAt()) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        if (FRACTION.matcher(text).find()) {
            throw new ConversionException("has a fraction", "use a smaller unit, such as 1500ms for 1.5s");
        }
        if (end < text.length()) {
            throw new ConversionException("is not a duration", UNIT_CURE);
        }
        return sum;
    }

    private static Duration unit(String name) {
        Duration unit = UNITS.get(name);
        if (unit == null) {
            throw new ConversionException(
                    "has the unknown unit '" + name + "'", UNIT_CURE, Suggestions.of(name, UNITS.keySet()));
        }
        return unit;
    }
}
