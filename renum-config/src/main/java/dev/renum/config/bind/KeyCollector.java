package dev.renum.config.bind;

import dev.renum.config.source.Names;
import dev.renum.core.settings.RemovedKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks through records, and through the records in them, and collects the {@link Keys} of their components. */
final class KeyCollector {
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, Keys> maps = new LinkedHashMap<>();
    private final OldKeys old = new OldKeys();

    /** The keys of {@code sections}. */
    static Keys collect(List<Class<?>> sections) {
        KeyCollector collector = new KeyCollector();
        sections.forEach(section -> collector.record(section, Binder.prefix(section)));
        return collector.keys();
    }

    private Keys keys() {
        return new Keys(declared, maps, old);
    }

    private void record(Class<?> type, String prefix) {
        for (RemovedKey key : type.getAnnotationsByType(RemovedKey.class)) {
            old.removed(prefix + "." + key.value(), key.instead());
        }
        for (Setting setting : Setting.of(type, prefix)) {
            setting.formerKeys().forEach(key -> old.former(key, setting.named().name()));
            component(setting.form(), setting.key());
        }
    }

    private void component(Form form, String key) {
        switch (form.sort()) {
            case SCALAR, SECRET -> declared.add(key);
            case OPTIONAL -> component(form.content(), key);
            case ELEMENTS -> {
                declared.add(key);
                component(form.content(), key + "[]");
            }
            case ENTRIES -> map(form.content(), key);
            case GROUP -> record(form.type(), key);
        }
    }

    private void map(Form content, String key) {
        KeyCollector entries = new KeyCollector();
        entries.component(content, Names.ANY);
        maps.put(key, entries.keys());
        old.inMap(key, entries.old);
    }
}
