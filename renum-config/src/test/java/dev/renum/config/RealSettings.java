package dev.renum.config;

import dev.renum.core.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Settings of any product, sorted by the type that their values look like. */
@Settings(prefix = "real")
record RealSettings(
        Map<String, String> text,
        Map<String, List<String>> list,
        Map<String, Long> number,
        Map<String, Duration> time) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LIST = Pattern.compile("\\[.*[,.].*]");
    private static final Pattern TIME = Pattern.compile("\\d+(?:ms|[smhd])");

    /** The key of {@code setting}, which is {@code key=value}, in this section. */
    static String key(String setting) {
        int equals = setting.indexOf('=');
        return "real." + type(setting.substring(equals + 1)) + "." + setting.substring(0, equals);
    }

    /** The lines of a file that set it. */
    static Stream<String> lines(String setting) {
        String value = setting.substring(setting.indexOf('=') + 1);
        if (!type(value).equals("list")) {
            return Stream.of(key(setting) + "=" + value);
        }
        String[] elements = value.substring(1, value.length() - 1).split(", ", -1);
        return IntStream.range(0, elements.length).mapToObj(i -> key(setting) + "[" + i + "]=" + elements[i]);
    }

    private static String type(String value) {
        if (TIME.matcher(value).matches()) {
            return "time";
        }
        if (NUMBER.matcher(value).matches()) {
            return "number";
        }
        return LIST.matcher(value).matches() ? "list" : "text";
    }
}
