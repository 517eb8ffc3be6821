package dev.renum.config.bind;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Makes values of texts. Texts are taken without surrounding white space, except for {@code String}. */
final class Conversions {
    private static final Map<Class<?>, Function<String, ?>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, Function.identity()),
            Map.entry(int.class, Conversions::toInt),
            Map.entry(Integer.class, Conversions::toInt),
            Map.entry(long.class, Conversions::toLong),
            Map.entry(Long.class, Conversions::toLong),
            Map.entry(double.class, Conversions::toDouble),
            Map.entry(Double.class, Conversions::toDouble),
            Map.entry(boolean.class, Conversions::toBoolean),
            Map.entry(Boolean.class, Conversions::toBoolean),
            Map.entry(Duration.class, DurationText::parse),
            Map.entry(URI.class, Conversions::toUri),
            Map.entry(Path.class, Conversions::toPath));

    private Conversions() {}

    static boolean knows(Class<?> type) {
        return type.isEnum() || BY_TYPE.containsKey(type);
    }

    /**
     * The value of {@code type} that {@code text} writes.
     *
     * @throws ConversionException if it writes none
     */
    static Object convert(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        }
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new ConversionException("is empty", "set a value, or remove the key to get the default");
        }
        if (type.isEnum()) {
            return toEnum(stripped, type);
        }
        Function<String, ?> conversion = BY_TYPE.get(type);
        if (conversion == null) {
            throw new IllegalArgumentException("type " + type.getName() + " is not a type of settings");
        }
        return conversion.apply(stripped);
    }

    private static Integer toInt(String text) {
        long value = toLong(text);
        if (value != (int) value) {
            throw new ConversionException("does not fit into 32 bits", "use -2147483648 to 2147483647");
        }
        return (int) value;
    }

    private static Long toLong(String text) {
        try {
            return new BigDecimal(text.replace("_", "")).longValueExact();
        } catch (NumberFormatException e) {
            throw new ConversionException("is not a whole number", "write digits, such as 8080");
        } catch (ArithmeticException e) {
            throw new ConversionException("is not a whole number of 64 bits", "write digits, such as 8080");
        }
    }

    private static Double toDouble(String text) {
        try {
            double value = new BigDecimal(text.replace("_", "")).doubleValue();
            if (Double.isInfinite(value)) {
                throw new ConversionException("does not fit into 64 bits", "use a number of less than 309 digits");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new ConversionException("is not a number", "write digits with a point, such as 0.5");
        }
    }

    private static Boolean toBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConversionException("is neither true nor false", "write true or false");
        };
    }

    private static URI toUri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new ConversionException("is not a URI", "write scheme://host/path and encode special characters");
        }
    }

    private static Path toPath(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ConversionException("is not a path of this system", "remove the characters that it forbids");
        }
    }

    private static Object toEnum(String text, Class<?> type) {
        String wanted = canonical(text);
        for (Object constant : type.getEnumConstants()) {
            if (canonical(((Enum<?>) constant).name()).equals(wanted)) {
                return constant;
            }
        }
        throw noSuchConstant(text, type);
    }

    private static ConversionException noSuchConstant(String text, Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        return new ConversionException(
                "is not one of " + String.join(", ", names), "write one of these names", Suggestions.of(text, names));
    }

    private static String canonical(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
