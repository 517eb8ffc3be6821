package dev.renum.config.bind;

import static java.util.Objects.requireNonNull;

import dev.renum.core.settings.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What values of a type are made of. Only here is a type taken apart.
 *
 * @param sort how values are written
 * @param type the class of the values; of secrets, of what they hide
 * @param inside what an optional, a list, a set or a map holds, {@code null} of what holds nothing
 */
record Form(Sort sort, Class<?> type, @Nullable Form inside) {
    /** The ways to write a value. */
    enum Sort {
        /** One text. */
        SCALAR,
        /** One text that nobody may see. */
        SECRET,
        /** What it holds, or nothing. */
        OPTIONAL,
        /** A list or a set: elements with numbers, or one text with commas. */
        ELEMENTS,
        /** A map: keys below it that begin with the names of its entries. */
        ENTRIES,
        /** A record: keys below it, one for each component. */
        GROUP
    }

    /** The form of {@code type}, which {@link SettingTypes} allows. */
    static Form of(Type type) {
        return requireNonNull(find(type), "its type was checked");
    }

    /** The form of {@code type}; {@code null} if no setting can have it. */
    static @Nullable Form find(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (Conversions.knows(plain)) {
            return new Form(Sort.SCALAR, plain, null);
        }
        return plain.isRecord() ? new Form(Sort.GROUP, plain, null) : null;
    }

    private static @Nullable Form generic(Class<?> raw, Type[] arguments) {
        Form content = find(arguments[arguments.length - 1]);
        if (content == null) {
            return null;
        }
        if (raw == Secret.class) {
            return content.sort == Sort.SCALAR ? new Form(Sort.SECRET, content.type, null) : null;
        }
        if (raw == Map.class) {
            return arguments[0] == String.class ? new Form(Sort.ENTRIES, raw, content) : null;
        }
        if (raw == Optional.class) {
            return new Form(Sort.OPTIONAL, raw, content);
        }
        return raw == List.class || raw == Set.class ? new Form(Sort.ELEMENTS, raw, content) : null;
    }

    boolean is(Sort sort) {
        return this.sort == sort;
    }

    /** Whether it is a {@code String} that everybody may see. */
    boolean isText() {
        return sort == Sort.SCALAR && type == String.class;
    }

    /** What an optional, a list, a set or a map holds. */
    Form content() {
        return requireNonNull(inside, "only asked of what holds something");
    }

    /** What it holds in the end; itself if it holds nothing. */
    Form innermost() {
        return inside == null ? this : inside.innermost();
    }

    /** The type as it is written in Java, without packages. */
    @Override
    public String toString() {
        return switch (sort) {
            case SCALAR, GROUP -> type.getSimpleName();
            case SECRET -> "Secret<" + type.getSimpleName() + ">";
            case OPTIONAL, ELEMENTS -> type.getSimpleName() + "<" + inside + ">";
            case ENTRIES -> "Map<String, " + inside + ">";
        };
    }
}
