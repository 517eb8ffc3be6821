package dev.renum.verification.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a settings record, or of a record inside it.
 *
 * @param key the key that sets it
 * @param way the components that lead to it from the outermost record; the last one is itself
 */
record Component(String key, List<RecordComponent> way) {
    /** A record with keys of its own; those of the core are values, written as one text. */
    private static final Pattern GROUP = Pattern.compile("dev\\.renum\\.(?!core\\.).*");

    /** Every component of {@code settings}, and of the records of Renum's inside it. */
    static Stream<Component> of(Object settings, String prefix) {
        return inside(settings, prefix, List.of());
    }

    RecordComponent declared() {
        return way.get(way.size() - 1);
    }

    /** Its value in the outermost record {@code settings}. */
    @Nullable
    Object valueIn(Object settings) {
        return value(holderIn(settings), declared());
    }

    /** Whether the canonical constructor of the record that has it takes {@code value} for it, everything else being as in {@code settings}. */
    boolean accepts(Object settings, Object value) {
        Object holder = holderIn(settings);
        RecordComponent[] components = holder.getClass().getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> component.getName().equals(declared().getName()) ? value : value(holder, component))
                .toArray();
        try {
            constructor(holder.getClass(), components).newInstance(arguments);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return false;
            }
            throw new IllegalStateException(this + " rejects " + value + " by " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The short form of where it is declared, such as {@code HealthSettings.staleAfter}. */
    @Override
    public String toString() {
        return declared().getDeclaringRecord().getSimpleName() + "."
                + declared().getName();
    }

    private static Stream<Component> inside(Object holder, String prefix, List<RecordComponent> way) {
        return Arrays.stream(holder.getClass().getRecordComponents()).flatMap(component -> {
            List<RecordComponent> further = new ArrayList<>(way);
            further.add(component);
            Component found = new Component(prefix + "." + kebab(component.getName()), List.copyOf(further));
            Object value = value(holder, component);
            return value != null && isGroup(value)
                    ? Stream.concat(Stream.of(found), inside(value, found.key(), found.way()))
                    : Stream.of(found);
        });
    }

    private static boolean isGroup(Object value) {
        return GROUP.matcher(value.getClass().getName()).matches()
                && value.getClass().isRecord();
    }

    private Object holderIn(Object settings) {
        Object holder = settings;
        for (RecordComponent step : way.subList(0, way.size() - 1)) {
            holder = Objects.requireNonNull(value(holder, step), "a group that was looked into");
        }
        return holder;
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components)
            throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private static @Nullable Object value(Object holder, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
