package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a {@link Layer} to SmallRye Config under a name by which the {@link Resolver} finds it again. */
record LayerSource(String name, Layer layer) implements KeySource {
    @Override
    public Origin origin() {
        return layer.origin();
    }

    @Override
    public @Nullable Entry find(String key) {
        return layer.entries().get(key);
    }

    @Override
    public boolean hasElements(String key) {
        return layer.has(key + "[0]");
    }

    @Override
    public List<String> elements(String key) {
        return layer.elements(key);
    }

    @Override
    public @Nullable String getValue(String key) {
        Entry entry = find(key);
        return entry == null ? null : entry.value();
    }

    /** None: keys are asked for, never listed. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return name;
    }
}
