package dev.renum.config.bind;

import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.ConfigValueConfigSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a {@link Layer} to SmallRye Config under a name by which the {@link Engine} finds it again. */
final class LayerSource implements ConfigValueConfigSource {
    private final String name;
    private final Layer layer;
    private final Map<String, ConfigValue> values = new HashMap<>();

    LayerSource(String name, Layer layer) {
        this.name = name;
        this.layer = layer;
        layer.entries().values().forEach(entry -> values.put(entry.key(), valueOf(entry)));
    }

    @Override
    public @Nullable ConfigValue getConfigValue(String key) {
        return values.get(key);
    }

    @Override
    public Map<String, ConfigValue> getConfigValueProperties() {
        return values;
    }

    @Override
    public Set<String> getPropertyNames() {
        return layer.entries().keySet();
    }

    @Override
    public String getName() {
        return name;
    }

    /** The layer's own strength; the inherited method would let a key {@code config_ordinal} in a file change it. */
    @Override
    public int getOrdinal() {
        return layer.origin().ordinal();
    }

    private ConfigValue valueOf(Entry entry) {
        return ConfigValue.builder()
                .withName(entry.key())
                .withValue(entry.value())
                .withRawValue(entry.value())
                .withConfigSourceName(name)
                .withConfigSourceOrdinal(getOrdinal())
                .withLineNumber(entry.origin().line())
                .build();
    }
}
