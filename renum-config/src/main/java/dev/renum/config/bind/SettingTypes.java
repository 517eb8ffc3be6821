package dev.renum.config.bind;

import dev.renum.core.settings.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses components that cannot be read, before anything is. */
public final class SettingTypes {
    private static final String ALLOWED =
            "use String, int, long, short, byte, double, float, boolean, Duration, DataSize, URI, Path, Charset,"
                    + " InetSocketAddress, an enum or a record that does not contain itself, Secret of a value that is no record,"
                    + " List, Set or Map<String, …> of one of the former, or Optional of any";

    private SettingTypes() {}

    /**
     * Checks every component of {@code type}, and of the records in it.
     *
     * @throws IllegalArgumentException if one has a type that no text can be converted to
     */
    public static void check(Class<?> type) {
        check(type, Set.of());
    }

    private static void check(Class<?> type, Set<Class<?>> around) {
        Set<Class<?>> path = new HashSet<>(around);
        path.add(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!isAllowed(component.getGenericType(), path)) {
                throw new IllegalArgumentException("component " + component.getName() + " of " + type.getName()
                        + " has the type " + component.getGenericType().getTypeName()
                        + ", which no setting can have: " + ALLOWED);
            }
        }
    }

    private static boolean isAllowed(Type type, Set<Class<?>> around) {
        if (isOf(type, Optional.class)) {
            return isAllowedInside(argument(type), around);
        }
        return isAllowedInside(type, around);
    }

    private static boolean isAllowedInside(Type type, Set<Class<?>> around) {
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
    private static boolean isSingle(Type type, Set<Class<?>> around) {
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
