package dev.renum.config;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/** The handles of all sections, one each. */
final class LiveSections {
    private final Map<Class<?>, LiveSection<?>> handles = new HashMap<>();

    LiveSections(Map<Class<?>, Object> records) {
        records.forEach((section, record) -> handles.put(section, new LiveSection<>(record)));
    }

    /** The handle of {@code section}, which must be one of the configuration. */
    <S> LiveSection<S> get(Class<S> section) {
        return handle(section);
    }

    /** Lets each handle give the record of its section. */
    void put(Map<Class<?>, Object> records) {
        records.forEach((section, record) -> this.<Object>handle(section).put(record));
    }

    /** A handle holds records of the section under which it is kept. */
    @SuppressWarnings("unchecked")
    private <S> LiveSection<S> handle(Class<?> section) {
        return (LiveSection<S>) requireNonNull(handles.get(section), "a handle for each section");
    }
}
