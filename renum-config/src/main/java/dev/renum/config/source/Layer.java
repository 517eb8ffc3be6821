package dev.renum.config.source;

import dev.renum.config.report.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one source.
 *
 * @param origin the source itself, without a place in it
 * @param entries the values by key, in the order of the source
 * @param groups where the source begins a group of keys, by the prefix that they share
 */
public record Layer(Origin origin, Map<String, Entry> entries, Map<String, Origin> groups) {
    /** Adds to {@code groups} those that only the keys of {@code entries} tell of. */
    public Layer {
        Map<String, Origin> all = new HashMap<>(groups);
        for (Entry entry : entries.values()) {
            String parent = parent(entry.key());
            while (!parent.isEmpty() && all.putIfAbsent(parent, entry.keyOrigin()) == null) {
                parent = parent(parent);
            }
        }
        groups = all;
    }

    /** A layer of a source without lines, whose entries are named by {@code prefix} and their key. */
    public static Layer of(Origin origin, String prefix, Map<String, String> values) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Origin place = Origin.of(prefix + key, origin.kind(), origin.ordinal());
            String head = (origin.kind() == Origin.Kind.SYSTEM_PROPERTY ? prefix : "") + key + "=";
            entries.put(key, new Entry(key, value, place, place, head));
        });
        return new Layer(origin, entries, Map.of());
    }

    /** The group or list that {@code key} is in: {@code a.b} for {@code a.b[0]} and {@code a.b.c}; empty for none. */
    public static String parent(String key) {
        int bracket = key.endsWith("]") ? key.lastIndexOf('[') : -1;
        boolean isElement = bracket >= 0 && Names.isElementAt(key, bracket);
        return key.substring(0, Math.max(0, isElement ? bracket : key.lastIndexOf('.')));
    }

    /** Whether the source has {@code key} itself or one below it. */
    public boolean has(String key) {
        return entries.containsKey(key) || groups.containsKey(key);
    }

    /** Where the keys below {@code prefix} begin, or {@code null} if there are none. */
    public @Nullable Origin placeOf(String prefix) {
        return groups.get(prefix);
    }

    /** The list in {@code key} of which the source lacks an element before, or that it has in one text; {@code null} if {@code key} is reached. */
    public @Nullable String unreachedList(String key) {
        for (int at = key.indexOf('['); at >= 0; at = key.indexOf('[', at + 1)) {
            if (Names.isElementAt(key, at) && !isReached(key, at)) {
                return key.substring(0, at);
            }
        }
        return null;
    }

    private boolean isReached(String key, int at) {
        String list = key.substring(0, at);
        int number = Integer.parseInt(key.substring(at + 1, key.indexOf(']', at)));
        return !entries.containsKey(list) && (number == 0 || has(list + "[" + (number - 1) + "]"));
    }

    /** The keys of the elements of a list that this source spells as {@code key[0]}, {@code key[1]} and so on. */
    public List<String> elements(String key) {
        List<String> elements = new ArrayList<>();
        while (has(key + "[" + elements.size() + "]")) {
            elements.add(key + "[" + elements.size() + "]");
        }
        return elements;
    }
}
