package dev.renum.health.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation of series in unit tests of Prometheus: {@code a+bxn}, {@code a-bxn} and {@code axn} are {@code n + 1} values, {@code _} and
 * {@code _xn} are one and {@code n} values that are missing, {@code stale} ends a series.
 */
final class SeriesNotation {
    private static final String NUMBER = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?|[-+]?Inf|NaN";
    private static final Pattern MISSING = Pattern.compile("_(?:x(\\d{1,6}))?");
    private static final Pattern VALUES =
            Pattern.compile("(" + NUMBER + ")(?:([-+])(" + NUMBER + "))?(?:x(\\d{1,6}))?");
    private static final int MAX_VALUES = 1_000_000;

    private SeriesNotation() {}

    /**
     * The values, {@code NaN} for those that are missing.
     *
     * @throws IllegalArgumentException if the text is not in the notation
     */
    static List<Double> parse(String text) {
        List<Double> values = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            add(part, values);
            if (values.size() > MAX_VALUES) {
                throw new IllegalArgumentException("series '" + text + "' has more than " + MAX_VALUES + " values");
            }
        }
        return values;
    }

    private static void add(String part, List<Double> values) {
        Matcher missing = MISSING.matcher(part);
        if (missing.matches() || part.equals("stale")) {
            repeat(Double.NaN, 0, part.contains("x") ? Integer.parseInt(missing.group(1)) : 1, values);
            return;
        }
        Matcher found = VALUES.matcher(part);
        if (!found.matches() || (found.group(2) != null && found.group(4) == null)) {
            throw new IllegalArgumentException(
                    "'" + part + "' is no part of a series: use values such as 5, 5x3, 5+1x3, 5-1x3, _, _x3 or stale");
        }
        int more = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
        double step = found.group(3) == null ? 0 : number(found.group(3));
        repeat(number(found.group(1)), "-".equals(found.group(2)) ? -step : step, more + 1, values);
    }

    private static void repeat(double first, double step, int times, List<Double> values) {
        for (int i = 0; i < times; i++) {
            values.add(first + i * step);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
