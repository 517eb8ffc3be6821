package dev.renum.config.bind;

import dev.renum.config.source.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys that belong to the sections of one load, and the secrets among their values. */
final class Keys {
    private final Set<String> scalars = new LinkedHashSet<>();
    private final Set<String> lists = new LinkedHashSet<>();
    private final Set<String> maps = new LinkedHashSet<>();
    private final Map<String, List<String>> secrets = new LinkedHashMap<>();

    void scalar(Setting setting) {
        scalars.add(setting.key());
    }

    void list(Setting setting) {
        lists.add(setting.key());
    }

    void map(Setting setting) {
        maps.add(setting.key());
    }

    void secret(String key, String value) {
        secrets.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
    }

    /** Notes the keys of a record that is absent as a whole. */
    void noteAll(Class<?> type, String prefix) {
        for (Setting setting : Setting.of(type, prefix)) {
            if (setting.component().getType().isRecord()) {
                noteAll(setting.component().getType(), setting.key());
            } else {
                scalar(setting);
            }
        }
    }

    /** Whether some setting reads {@code key}. */
    boolean contains(Layer layer, String key) {
        return scalars.contains(key)
                || lists.contains(key)
                || isElement(layer, key)
                || maps.stream().anyMatch(map -> key.startsWith(map + "."));
    }

    /** Whether {@code key} is an element of a list that {@code layer} does not also write in one text. */
    private boolean isElement(Layer layer, String key) {
        int bracket = key.endsWith("]") ? key.lastIndexOf('[') : -1;
        if (bracket < 0) {
            return false;
        }
        String list = key.substring(0, bracket);
        return lists.contains(list)
                && !layer.entries().containsKey(list)
                && layer.elements(list).contains(key);
    }

    /** Whether {@code key} is not read itself, but others below it are; a file may name such a group and leave it empty. */
    boolean isGroup(String key) {
        return maps.contains(key) || named().stream().anyMatch(name -> name.startsWith(key + "."));
    }

    /** The longest key below {@code prefix} that {@code message} names, or {@code prefix} itself. */
    String mentionedIn(String message, String prefix) {
        return named().stream()
                .filter(key -> key.startsWith(prefix + ".") && message.contains(key))
                .max(Comparator.comparingInt(String::length))
                .orElse(prefix);
    }

    /** All keys that have one name, without those of maps. */
    List<String> named() {
        List<String> all = new ArrayList<>(scalars);
        all.addAll(lists);
        return all;
    }

    /** The keys under which a map takes any name. */
    Set<String> maps() {
        return maps;
    }

    /** The secret values of the section {@code prefix}. */
    List<String> secretsUnder(String prefix) {
        return secrets.entrySet().stream()
                .filter(secret -> secret.getKey().startsWith(prefix + "."))
                .flatMap(secret -> secret.getValue().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
