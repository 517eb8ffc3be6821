package dev.renum.config.bind;

import dev.renum.core.settings.Range;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Range} says, converted once for all values that are compared with it.
 *
 * @param min the least value, {@code null} if any is large enough
 * @param max the greatest value, {@code null} if any is small enough
 */
record Bounds(@Nullable Object min, @Nullable Object max) {
    /** The bounds of {@code component}, whose values have this {@code form}, as {@link SettingTypes} has checked; {@code null} if it has none. */
    static @Nullable Bounds of(RecordComponent component, Form form) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return null;
        }
        Class<?> type = form.innermost().type();
        return new Bounds(bound(range.min(), type), bound(range.max(), type));
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
