package dev.renum.config.bind;

import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses components that cannot be read, before anything is. */
public final class SettingTypes {
    private static final String ALLOWED =
            "use String, int, long, short, byte, double, float, boolean, Duration, DataSize, URI, Path, Charset,"
                    + " InetSocketAddress, an enum or a record that does not contain itself, Secret of a value that is no record,"
                    + " List, Set or Map<String, …> of one of the former, or Optional of any";

    private static final Pattern FORMER = Pattern.compile("[^.\\[\\]]+");
    /** Whatever is in a section is checked once, however often it is read. */
    private static final ClassValue<Boolean> IS_CHECKED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            new SettingTypes().check(type, Set.of());
            return true;
        }
    };

    /** The records that have been checked: one is often the type of many components. */
    private final Set<Class<?>> checked = new HashSet<>();

    private SettingTypes() {}

    /**
     * Checks every component of {@code type}, and of the records in it.
     *
     * @throws IllegalArgumentException if one has a type that no text can be converted to, shares its key or a former one with another, or has a default or a
     *     range that could have no effect
     */
    public static void check(Class<?> type) {
        IS_CHECKED.get(type);
    }

    private void check(Class<?> type, Set<Class<?>> around) {
        if (!checked.add(type)) {
            return;
        }
        Set<Class<?>> path = new HashSet<>(around);
        path.add(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!isAllowed(component.getGenericType(), path)) {
                throw refused(
                        component,
                        "has the type " + component.getGenericType().getTypeName() + ", which no setting can have: "
                                + ALLOWED);
            }
            checkDefaults(component);
            checkRange(component);
        }
        checkKeys(type);
    }

    private static void checkKeys(Class<?> type) {
        Map<String, RecordComponent> byKey = new HashMap<>();
        for (NamedComponent named : NamedComponent.of(type)) {
            RecordComponent other = byKey.putIfAbsent(named.name(), named.component());
            if (other != null) {
                throw refused(
                        named.component(),
                        "has the key " + named.name() + ", as component " + other.getName()
                                + " has: rename one of them");
            }
        }
        for (NamedComponent named : NamedComponent.of(type)) {
            FormerKey former = named.component().getAnnotation(FormerKey.class);
            Stream.ofNullable(former)
                    .flatMap(it -> Arrays.stream(it.value()))
                    .forEach(name -> checkFormerKey(name, named.component(), byKey));
        }
    }

    /** Adds {@code name} to those in {@code byKey}, with which it may not clash: a value belongs to one component. */
    private static void checkFormerKey(String name, RecordComponent component, Map<String, RecordComponent> byKey) {
        if (!FORMER.matcher(name).matches()) {
            throw refused(component, "has the former key '" + name + "': write the last part of the key only");
        }
        RecordComponent other = byKey.putIfAbsent(name, component);
        if (other != null) {
            throw refused(
                    component,
                    "has the former key " + name + ", which component " + other.getName()
                            + " has or had: remove one of them");
        }
    }

    /** Nobody would read the default of what has no text of its own. */
    private static void checkDefaults(RecordComponent component) {
        Type type = component.getGenericType();
        Type content = isOf(type, Optional.class) ? argument(type) : type;
        checkOncePerKind(component);
        for (Default declared : component.getAnnotationsByType(Default.class)) {
            if (isOf(content, Map.class)) {
                throw refused(component, "has a default, and no map can: leave it out, a map without a key is empty");
            }
            if (Setting.isRecord(content)) {
                throw refused(component, "has a default, and no group of keys can: give defaults to its components");
            }
            if (content instanceof ParameterizedType
                    && Setting.isRecord(argument(content))
                    && !declared.value().isBlank()) {
                throw refused(component, "has a default, and no list of groups can but the empty one: @Default(\"\")");
            }
        }
    }

    private static void checkOncePerKind(RecordComponent component) {
        List<String> kinds = Arrays.stream(component.getAnnotationsByType(Default.class))
                .flatMap(it -> it.in().length == 0
                        ? Stream.of("every kind")
                        : Arrays.stream(it.in()).map(Enum::name))
                .toList();
        for (String kind : kinds) {
            if (Collections.frequency(kinds, kind) > 1) {
                throw refused(component, "has several defaults for " + kind + " of environment: keep one");
            }
        }
    }

    private static void checkRange(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return;
        }
        Class<?> content = Bounds.single(component.getGenericType());
        for (String bound : List.of(range.min(), range.max())) {
            if (!bound.isEmpty() && !isBound(bound, content)) {
                throw refused(
                        component,
                        "has a range with the bound '" + bound + "', which is no " + content.getTypeName()
                                + " that can have one: only numbers, Duration and DataSize can");
            }
        }
    }

    private static boolean isBound(String text, Class<?> type) {
        try {
            return !Setting.isRecord(type) && isMeasure(Conversions.convert(text, type));
        } catch (ConversionException e) {
            return false;
        }
    }

    /** Texts have an order too, which nobody means by a range: their length, perhaps. */
    private static boolean isMeasure(Object value) {
        return value instanceof Number || value instanceof Duration || value instanceof DataSize;
    }

    /** What to throw because {@code component} cannot be a setting. */
    private static IllegalArgumentException refused(RecordComponent component, String reason) {
        return new IllegalArgumentException("component " + component.getName() + " of "
                + component.getDeclaringRecord().getName() + " " + reason);
    }

    private boolean isAllowed(Type type, Set<Class<?>> around) {
        if (isOf(type, Optional.class)) {
            return isAllowedInside(argument(type), around);
        }
        return isAllowedInside(type, around);
    }

    private boolean isAllowedInside(Type type, Set<Class<?>> around) {
        if (isOf(type, List.class) || isOf(type, Set.class)) {
            return isSingle(argument(type), around);
        }
        if (isOf(type, Map.class)) {
            boolean isByText = ((ParameterizedType) type).getActualTypeArguments()[0] == String.class;
            Type content = argument(type);
            boolean isList = isOf(content, List.class) || isOf(content, Set.class);
            return isByText && (isList ? isScalar(argument(content)) : isSingle(content, around));
        }
        return isSingle(type, around);
    }

    /** Whether it is one value, or a record, whose components are then checked too. */
    private boolean isSingle(Type type, Set<Class<?>> around) {
        if (type instanceof Class<?> group && group.isRecord() && !around.contains(group) && !isScalar(group)) {
            check(group, around);
            return true;
        }
        return isScalar(type);
    }

    private static boolean isScalar(Type type) {
        Type content = isOf(type, Secret.class) ? argument(type) : type;
        return content instanceof Class<?> scalar && Conversions.knows(scalar);
    }

    private static boolean isOf(Type type, Class<?> raw) {
        return type instanceof ParameterizedType generic && generic.getRawType() == raw;
    }

    /** The last argument: of a map, what it holds. */
    private static Type argument(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }
}
