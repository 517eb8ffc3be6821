package dev.renum.config.bind;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A component of a record and its name in keys.
 *
 * @param name such as {@code maximum-size}
 * @param component the component {@code maximumSize}
 */
record NamedComponent(String name, RecordComponent component) {
    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** A component parses its type and its annotations once, but a class gives new components at each call. */
    private static final ClassValue<List<NamedComponent>> BY_RECORD = new ClassValue<>() {
        @Override
        protected List<NamedComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> new NamedComponent(kebab(component.getName()), component))
                    .toList();
        }
    };

    /** The components of a record, in order. */
    static List<NamedComponent> of(Class<?> type) {
        return BY_RECORD.get(type);
    }

    private static String kebab(String name) {
        return WORD_BEGINS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
