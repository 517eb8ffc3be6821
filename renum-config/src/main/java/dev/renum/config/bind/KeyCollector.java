package dev.renum.config.bind;

import dev.renum.core.settings.RemovedKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through records, and through the records in them, and collects the {@link Keys} of their components. */
final class KeyCollector {
    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, Keys> maps = new LinkedHashMap<>();
    private final OldKeys old = new OldKeys();

    /** The keys of {@code sections}. */
    static Keys collect(List<Class<?>> sections) {
        KeyCollector collector = new KeyCollector();
        sections.forEach(section -> collector.record(section, Binder.prefix(section)));
        return collector.keys();
    }

    private Keys keys() {
        return new Keys(named, maps, old);
    }

    private void record(Class<?> type, String prefix) {
        for (RemovedKey key : type.getAnnotationsByType(RemovedKey.class)) {
            old.removed(prefix + "." + key.value(), key.instead());
        }
        for (Setting setting : Setting.of(type, prefix)) {
            setting.formerKeys().forEach(key -> old.former(key, setting.named().name()));
            component(setting.type(), setting.key());
        }
    }

    private void component(Type type, String key) {
        if (type instanceof ParameterizedType generic) {
            generic(generic, key);
        } else if (Conversions.knows((Class<?>) type)) {
            named.add(key);
        } else {
            record((Class<?>) type, key);
        }
    }

    private void generic(ParameterizedType type, String key) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            component(arguments[0], key);
        } else if (type.getRawType() == Map.class) {
            map(arguments[1], key);
        } else {
            named.add(key);
            if (type.getRawType() == List.class || type.getRawType() == Set.class) {
                component(arguments[0], key + "[]");
            }
        }
    }

    private void map(Type content, String key) {
        KeyCollector entries = new KeyCollector();
        entries.component(content, Keys.ANY);
        maps.put(key, entries.keys());
        old.inMap(key, entries.old);
    }
}
