package dev.renum.config.bind;

import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that earlier versions had and this one has under another name, or not at all. */
final class OldKeys {
    private final Map<String, String> former = new LinkedHashMap<>();
    private final Map<String, String> removed = new LinkedHashMap<>();

    /** Notes that {@code key} is called {@code today}, another key of the same group. */
    void former(String key, String today) {
        former.put(key, today);
    }

    void removed(String key, String instead) {
        removed.put(key, instead);
    }

    /** Whether any key had another name. */
    boolean hasFormer() {
        return !former.isEmpty();
    }

    /** What {@code key} is called today; {@code null} if it never had another name. */
    @Nullable
    String today(String key) {
        String today = key;
        for (int groups = key.length() - key.replace(".", "").length(); groups > 0; groups--) {
            String next = renamed(today);
            today = next == null ? today : next;
        }
        return today.equals(key) ? null : today;
    }

    private @Nullable String renamed(String key) {
        for (String part = key; !part.isEmpty(); part = Layer.parent(part)) {
            String name = former.get(Keys.withoutNumbers(part));
            if (name != null) {
                return Layer.parent(part) + name.substring(name.lastIndexOf('.')) + key.substring(part.length());
            }
        }
        return null;
    }

    /** The variables of today, which are those of {@code keys}, by the variables of former names. */
    Map<String, String> variables(Collection<String> keys) {
        Map<String, String> variables = new LinkedHashMap<>();
        former.forEach((old, today) -> keys.stream()
                .filter(key -> key.equals(today) || Names.isBelow(key, today))
                .forEach(key -> variables.put(
                        ProcessValues.variableName(old + key.substring(today.length())),
                        ProcessValues.variableName(key))));
        if (!variables.isEmpty()) {
            keys.forEach(key -> variables.remove(ProcessValues.variableName(key)));
        }
        return variables;
    }

    /** What to do instead of setting {@code key}; {@code null} if it was never removed. */
    @Nullable
    String insteadOf(String key) {
        for (String part = key; !part.isEmpty(); part = Layer.parent(part)) {
            String instead = removed.get(Keys.withoutNumbers(part));
            if (instead != null) {
                return instead;
            }
        }
        return null;
    }

    /** What to do instead of setting a key that was removed, by key. */
    Map<String, String> removed() {
        return removed;
    }
}
