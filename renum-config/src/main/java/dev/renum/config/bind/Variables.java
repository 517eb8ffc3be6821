package dev.renum.config.bind;

import dev.renum.config.bind.VariableNames.Element;
import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.ProcessValues;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A source whose names are those of environment variables: {@code SHOP_PORT} sets {@code shop.port}.
 *
 * <p>Such a name says no key, so each key is looked up by the name that its variable has, whatever the case.
 */
final class Variables implements KeySource {
    private final String name;
    private final Layer layer;
    private final VariableNames known;
    private final NavigableMap<String, List<Entry>> entries = new TreeMap<>();
    private final NavigableSet<String> read = new TreeSet<>();

    /** The variables of {@code layer}, of which settings read those that are {@code known}, as a source {@code name}. */
    Variables(String name, Layer layer, VariableNames known) {
        this.name = name;
        this.layer = layer;
        this.known = known;
        for (Entry entry : layer.entries().values()) {
            entries.computeIfAbsent(ProcessValues.variableName(entry.key()), absent -> new ArrayList<>())
                    .add(entry);
        }
        entries.keySet().stream().filter(known::contains).forEach(read::add);
        forgetUnreached();
    }

    /** An element that is not reached does not lead to the next one either. */
    private void forgetUnreached() {
        boolean isChanged;
        do {
            isChanged = read.removeIf(it -> unreached(it) != null);
        } while (isChanged);
    }

    /** Whether the variable {@code name}, written as usual, sets something. */
    boolean reads(String name) {
        return read.contains(name);
    }

    /** The element in {@code name} that no list of this source has; {@code null} if it has all. */
    @Nullable
    Element unreached(String name) {
        return known.elements(name).stream()
                .filter(element -> !isReached(element))
                .findFirst()
                .orElse(null);
    }

    private boolean isReached(Element element) {
        return !entries.containsKey(element.list()) && (element.number() == 0 || isThere(element.before()));
    }

    private boolean isThere(String element) {
        return read.contains(element) || !namesFrom(element + "_").isEmpty();
    }

    /** The variables by the name that they have if they are written as usual; several if they differ in their spelling only. */
    NavigableMap<String, List<Entry>> byName() {
        return entries;
    }

    /** The names, written as usual, of those that set something, begin with {@code start} and go on. */
    Set<String> namesFrom(String start) {
        return read.subSet(start, false, start + Character.MAX_VALUE, false);
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
    public boolean hasElements(String key) {
        return isThere(ProcessValues.variableName(key + "[0]"));
    }

    @Override
    public List<String> elements(String key) {
        List<String> elements = new ArrayList<>();
        for (String next = key + "[0]"; isThere(ProcessValues.variableName(next)); ) {
            elements.add(next);
            next = key + "[" + elements.size() + "]";
        }
        return elements;
    }

    @Override
    public String getName() {
        return name;
    }
}
