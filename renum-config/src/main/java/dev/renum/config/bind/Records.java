package dev.renum.config.bind;

import dev.renum.config.bind.RecordConstructor.NotAccessible;
import dev.renum.config.bind.RecordConstructor.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sections as records, and what each record was created of.
 *
 * <p>A compact constructor may change what it gets, so a record that has to be created again cannot be created of its own components: a base
 * path would get its slash twice. Not safe for use by many threads until all is put in.
 */
final class Records {
    private final Map<Class<?>, Object> sections = new LinkedHashMap<>();
    private final IdentityHashMap<Object, List<@Nullable Object>> arguments = new IdentityHashMap<>();

    /** Creates a record, and remembers of what. */
    Object create(Class<?> type, List<@Nullable Object> values) throws NotAccessible, Rejected {
        Object record = RecordConstructor.of(type).create(values);
        arguments.put(record, Collections.unmodifiableList(new ArrayList<>(values)));
        return record;
    }

    /** What {@code record} was created of, in the order of its components. */
    List<@Nullable Object> argumentsOf(Object record) {
        List<@Nullable Object> known = arguments.get(record);
        if (known == null) {
            throw new IllegalStateException("a record that was not created here: " + record.getClass());
        }
        return known;
    }

    /** Whether {@code record} was created here. */
    boolean has(Object record) {
        return arguments.containsKey(record);
    }

    /** Takes over {@code record} and the groups in it, which {@code from} has created; what is in lists and maps is never created again. */
    void adopt(Object record, Records from) {
        List<@Nullable Object> values = from.argumentsOf(record);
        arguments.put(record, values);
        for (Object value : values) {
            Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (content instanceof Record && from.has(content)) {
                adopt(content, from);
            }
        }
    }

    void put(Class<?> section, Object record) {
        sections.put(section, record);
    }

    /** The sections that could be created, in their order. */
    Map<Class<?>, Object> sections() {
        return Collections.unmodifiableMap(sections);
    }
}
