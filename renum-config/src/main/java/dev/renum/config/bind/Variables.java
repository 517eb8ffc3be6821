package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.ProcessValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * A source whose names are those of environment variables: {@code SHOP_PORT} sets {@code shop.port}.
 *
 * <p>Such a name says no key, so each key is looked up by the name that its variable has, whatever the case.
 */
final class Variables implements ConfigSource {
    private final String name;
    private final Layer layer;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    /** The variables of {@code layer} as a source {@code name}. */
    Variables(String name, Layer layer) {
        this.name = name;
        this.layer = layer;
        for (Entry entry : layer.entries().values()) {
            entries.computeIfAbsent(ProcessValues.variableName(entry.key()), absent -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** The variable that sets {@code key}, {@code null} if there is none. */
    @Nullable
    Entry find(String key) {
        List<Entry> found = entries.get(ProcessValues.variableName(key));
        return found == null ? null : found.get(0);
    }

    /** The variables by the name that they would have if they were written as usual; several if they differ in their spelling only. */
    Map<String, List<Entry>> byName() {
        return entries;
    }

    Origin origin() {
        return layer.origin();
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

    /** The strength of the source; the inherited method would let a variable {@code CONFIG_ORDINAL}, meant for somebody else, change it. */
    @Override
    public int getOrdinal() {
        return layer.origin().ordinal();
    }
}
