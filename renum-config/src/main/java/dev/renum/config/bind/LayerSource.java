package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Layer} as a source; by {@code name}, which nobody else reads, the {@link Resolver} finds again what SmallRye Config has found. */
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
    public String getName() {
        return name;
    }
}
