package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Layer;
import dev.renum.config.source.SourceLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Values that a host's code brings, such as the options of a command line; stronger than every other source.
 *
 * @param name how reports call the source
 * @param values the values by key; unmodifiable
 */
public record ConfigLayer(String name, Map<String, String> values) {
    /**
     * Copies {@code values}.
     *
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public ConfigLayer {
        if (requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("the name of a layer is blank: name it as reports shall call it");
        }
        values = Map.copyOf(values);
    }

    /** The same as sources, each stronger than the one before. */
    static List<Layer> sources(List<ConfigLayer> layers) {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> layers.get(i).layer(SourceLoader.CODE_ORDINAL + i))
                .toList();
    }

    private Layer layer(int ordinal) {
        return Layer.of(Origin.of(name, Origin.Kind.CODE, ordinal), name + ":", values);
    }

    /** Its name and its keys, without the values. */
    @Override
    public String toString() {
        return name + values.keySet();
    }
}
