package dev.renum.config.bind;

import dev.renum.core.settings.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses components that cannot be read, before anything is. */
public final class SettingTypes {
    private static final String ALLOWED = "use String, int, long, double, boolean, Duration, URI, Path, an enum or a"
            + " record, Secret, List or Set of one of the former, Map<String, …> of them, or Optional of any";

    private SettingTypes() {}

    /**
     * Checks every component of {@code type}, and of the records in it.
     *
     * @throws IllegalArgumentException if one has a type that no text can be converted to
     */
    public static void check(Class<?> type) {
        for (NamedComponent named : NamedComponent.of(type)) {
            RecordComponent component = named.component();
            Type of = component.getGenericType();
            if (!isGroup(type, of) && !isAllowed(of)) {
                throw new IllegalArgumentException("component " + component.getName() + " of " + type.getName()
                        + " has the type " + of.getTypeName() + ", which no setting can have: " + ALLOWED);
            }
        }
    }

    /** Whether it is a record, perhaps optional, whose components are then checked too. */
    private static boolean isGroup(Class<?> in, Type type) {
        Type content = isOf(type, Optional.class) ? argument(type) : type;
        if (!(content instanceof Class<?> group) || !group.isRecord() || group == in) {
            return false;
        }
        check(group);
        return true;
    }

    private static boolean isAllowed(Type type) {
        if (isOf(type, Optional.class)) {
            return isAllowed(argument(type));
        }
        boolean isCollection = isOf(type, List.class) || isOf(type, Set.class);
        boolean isMap = isOf(type, Map.class) && ((ParameterizedType) type).getActualTypeArguments()[0] == String.class;
        return isScalar(isCollection || isMap ? argument(type) : type);
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
