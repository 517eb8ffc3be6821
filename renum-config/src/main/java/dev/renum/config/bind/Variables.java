package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.ProcessValues;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source whose names are those of environment variables: {@code SHOP_PORT} sets {@code shop.port}.
 *
 * <p>Such a name says no key, so each key is looked up by the name that its variable has, whatever the case.
 */
final class Variables implements KeySource {
    private final String name;
    private final Layer layer;
    private final NavigableMap<String, List<Entry>> entries = new TreeMap<>();

    /** The variables of {@code layer} as a source {@code name}. */
    Variables(String name, Layer layer) {
        this.name = name;
        this.layer = layer;
        for (Entry entry : layer.entries().values()) {
            entries.computeIfAbsent(ProcessValues.variableName(entry.key()), absent -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** The variables by the name that they have if they are written as usual; several if they differ in their spelling only. */
    NavigableMap<String, List<Entry>> byName() {
        return entries;
    }

    /** The names, written as usual, that begin with {@code start} and go on. */
    Set<String> namesFrom(String start) {
        return entries.subMap(start, false, start + Character.MAX_VALUE, false).keySet();
    }

    @Override
    public Origin origin() {
        return layer.origin();
    }

    @Override
    public @Nullable Entry find(String key) {
        List<Entry> found = entries.get(ProcessValues.variableName(key));
        return found == null ? null : found.get(0);
    }

    @Override
    public boolean hasBelow(String key) {
        return !namesFrom(ProcessValues.variableName(key) + "_").isEmpty();
    }

    @Override
    public List<String> elements(String key) {
        List<String> elements = new ArrayList<>();
        for (String next = key + "[0]"; find(next) != null || hasBelow(next); ) {
            elements.add(next);
            next = key + "[" + elements.size() + "]";
        }
        return elements;
    }

    @Override
    public @Nullable String getValue(String key) {
        Entry found = find(key);
        return found == null ? null : found.value();
    }

    /** None, since the names say no key. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return name;
    }
}
