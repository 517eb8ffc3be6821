package dev.renum.config.bind;

import dev.renum.core.settings.Range;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Range} says, converted once for all values that are compared with it.
 *
 * @param min the least value, {@code null} if any is large enough
 * @param max the greatest value, {@code null} if any is small enough
 */
record Bounds(@Nullable Object min, @Nullable Object max) {
    /** The bounds of {@code component}, which {@link SettingTypes} has checked; {@code null} if it has none. */
    static @Nullable Bounds of(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return null;
        }
        Class<?> type = single(component.getGenericType());
        return new Bounds(bound(range.min(), type), bound(range.max(), type));
    }

    /** The type of what is compared: of lists, maps and secrets, what they hold. */
    static Class<?> single(Type type) {
        Type single = type;
        while (single instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            single = arguments[arguments.length - 1];
        }
        return (Class<?>) single;
    }

    private static @Nullable Object bound(String text, Class<?> type) {
        return text.isEmpty() ? null : Conversions.convert(text, type);
    }

    /** Whether {@code value} is not beyond them. */
    boolean contains(Object value) {
        return (min == null || compare(value, min) >= 0) && (max == null || compare(value, max) <= 0);
    }

    /** Both are of one type, because both were converted to it. */
    @SuppressWarnings("unchecked")
    private static int compare(Object value, Object bound) {
        return ((Comparable<Object>) value).compareTo(bound);
    }
}
