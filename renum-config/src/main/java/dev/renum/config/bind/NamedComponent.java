package dev.renum.config.bind;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record, its name in keys, and what each of its values is asked about.
 *
 * @param name such as {@code maximum-size}
 * @param component the component {@code maximumSize}
 * @param form what its values are made of
 * @param isNullable whether an annotation says so, from whatever library it comes
 * @param bounds what its values must be within, {@code null} if there is nothing
 */
record NamedComponent(
        String name,
        RecordComponent component,
        Form form,
        boolean isNullable,
        @Nullable Bounds bounds) {
    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** A component parses the annotations of its type at each call, and a class gives new components each time. */
    private static final ClassValue<List<NamedComponent>> BY_RECORD = new ClassValue<>() {
        @Override
        protected List<NamedComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(NamedComponent::of)
                    .toList();
        }
    };

    /** The components of a record, in order. */
    static List<NamedComponent> of(Class<?> type) {
        return BY_RECORD.get(type);
    }

    private static NamedComponent of(RecordComponent component) {
        Form form = Form.of(component.getGenericType());
        return new NamedComponent(
                kebab(component.getName()), component, form, isNullable(component), Bounds.of(component, form));
    }

    private static boolean isNullable(RecordComponent component) {
        return Stream.concat(
                        Arrays.stream(component.getAnnotatedType().getAnnotations()),
                        Arrays.stream(component.getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals("Nullable"));
    }

    private static String kebab(String name) {
        return WORD_BEGINS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
