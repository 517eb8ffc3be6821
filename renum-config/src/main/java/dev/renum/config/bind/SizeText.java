package dev.renum.config.bind;

import dev.renum.core.settings.DataSize;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 10MiB}, {@code 1.5 GB}. */
final class SizeText {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?)\\s*([A-Za-z]*)");
    private static final String CURE = "use B, KiB, MiB, GiB (1024) or KB, MB, GB (1000), such as 10MiB";
    private static final Map<String, BigDecimal> UNITS = units();

    private SizeText() {}

    static DataSize parse(String text) {
        Matcher size = SIZE.matcher(text.replace("_", ""));
        if (!size.matches()) {
            throw new ConversionException("is not a size", CURE);
        }
        BigDecimal number = new BigDecimal(size.group(1));
        if (size.group(2).isEmpty() && number.signum() != 0) {
            throw new ConversionException("has no unit", CURE);
        }
        try {
            return new DataSize(number.multiply(unit(size.group(2))).longValueExact());
        } catch (ArithmeticException e) {
            throw new ConversionException("is not a whole number of bytes of 64 bits", CURE);
        }
    }

    private static BigDecimal unit(String name) {
        BigDecimal unit = UNITS.get(name.toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new ConversionException(
                    "has the unknown unit '" + name + "'",
                    CURE,
                    Suggestions.of(name, List.of("B", "KiB", "MiB", "GiB", "TiB", "KB", "MB", "GB", "TB")));
        }
        return unit;
    }

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("", BigDecimal.ONE);
        units.put("b", BigDecimal.ONE);
        BigDecimal binary = BigDecimal.ONE;
        BigDecimal decimal = BigDecimal.ONE;
        for (String prefix : List.of("k", "m", "g", "t")) {
            binary = binary.multiply(BigDecimal.valueOf(1024));
            decimal = decimal.multiply(BigDecimal.valueOf(1000));
            units.put(prefix + "ib", binary);
            units.put(prefix + "b", decimal);
        }
        return units;
    }
}
