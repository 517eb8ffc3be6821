package dev.renum.config.bind;

import dev.renum.config.source.Names;
import dev.renum.core.settings.DataSize;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
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
    private static final int MAX_DIGITS = 400;
    private static final int SHORTEST_BEGINNING = 3;
    private static final Map<Class<?>, Function<String, ?>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, Function.identity()),
            Map.entry(int.class, Conversions::toInt),
            Map.entry(Integer.class, Conversions::toInt),
            Map.entry(long.class, Conversions::toLong),
            Map.entry(Long.class, Conversions::toLong),
            Map.entry(short.class, text -> (short) toWhole(text, Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(Short.class, text -> (short) toWhole(text, Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(byte.class, text -> (byte) toWhole(text, Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(Byte.class, text -> (byte) toWhole(text, Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(float.class, Conversions::toFloat),
            Map.entry(Float.class, Conversions::toFloat),
            Map.entry(double.class, Conversions::toDouble),
            Map.entry(Double.class, Conversions::toDouble),
            Map.entry(boolean.class, Conversions::toBoolean),
            Map.entry(Boolean.class, Conversions::toBoolean),
            Map.entry(Duration.class, DurationText::parse),
            Map.entry(URI.class, Conversions::toUri),
            Map.entry(DataSize.class, SizeText::parse),
            Map.entry(InetSocketAddress.class, AddressText::parse),
            Map.entry(Charset.class, Conversions::toCharset),
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
            throw new ConversionException("is empty", "set a value, or remove the key");
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
        return (int) toWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long toWhole(String text, long min, long max) {
        BigDecimal value = whole(text);
        if (value.compareTo(BigDecimal.valueOf(min)) < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new ConversionException("does not fit into " + bits(max) + " bits", "use " + min + " to " + max);
        }
        return value.longValueExact();
    }

    private static BigDecimal whole(String text) {
        try {
            BigDecimal value = number(text);
            if (value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0) {
                return value;
            }
            throw new ConversionException("is not a whole number", "write it without a fraction");
        } catch (NumberFormatException e) {
            throw new ConversionException("is not a whole number", "write digits, such as 8080");
        }
    }

    private static int bits(long max) {
        return Long.SIZE - Long.numberOfLeadingZeros(max) + 1;
    }

    /** Refuses what is longer than any number of a setting before the time to read it grows with the square of its length. */
    private static BigDecimal number(String text) {
        if (text.length() > MAX_DIGITS) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(text.replace("_", ""));
    }

    private static Long toLong(String text) {
        return toWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Double toDouble(String text) {
        try {
            double value = number(text).doubleValue();
            if (Double.isInfinite(value)) {
                throw new ConversionException("does not fit into 64 bits", "use a number of less than 309 digits");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new ConversionException("is not a number", "write digits with a point, such as 0.5");
        }
    }

    private static Float toFloat(String text) {
        float value = toDouble(text).floatValue();
        if (Float.isInfinite(value)) {
            throw new ConversionException("does not fit into 32 bits", "use a number of less than 39 digits");
        }
        return value;
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

    private static Charset toCharset(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            List<String> usual = List.of("UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII", "windows-1252");
            throw new ConversionException(
                    "is not a character set of this JVM", "write UTF-8", Suggestions.of(text, usual));
        }
    }

    private static Path toPath(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ConversionException("is not a path of this system", "remove the characters that it forbids");
        }
    }

    /** The names of the constants of {@code type}, which is an enum; what else their texts are, no setting can have. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** The exact name wins; without it, the text must be that of one constant only. */
    private static Object toEnum(String text, Class<?> type) {
        List<String> names = constants(type);
        List<String> alike = names.contains(text)
                ? List.of(text)
                : names.stream()
                        .filter(name -> Names.plain(name).equals(Names.plain(text)))
                        .toList();
        if (alike.size() > 1) {
            throw new ConversionException(
                    "may be " + String.join(" or ", alike), "write one of these names as it is", alike);
        }
        if (alike.isEmpty()) {
            throw noSuchConstant(text, names);
        }
        return type.getEnumConstants()[names.indexOf(alike.get(0))];
    }

    private static ConversionException noSuchConstant(String text, List<String> names) {
        List<String> near = Suggestions.of(text, names);
        return new ConversionException(
                "is not one of " + String.join(", ", names),
                "write one of these names",
                near.isEmpty() ? beginningAlike(Names.plain(text), names) : near);
    }

    /** Some write WARNING for WARN, or the other way round. */
    private static List<String> beginningAlike(String text, List<String> names) {
        List<String> alike =
                names.stream().filter(name -> isAlike(Names.plain(name), text)).toList();
        return alike.size() > 1 ? List.of() : alike;
    }

    private static boolean isAlike(String name, String text) {
        return Math.min(name.length(), text.length()) >= SHORTEST_BEGINNING
                && (name.startsWith(text) || text.startsWith(name));
    }
}
