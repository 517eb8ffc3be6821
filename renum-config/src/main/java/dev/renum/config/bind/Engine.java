package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.ProcessValues;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a key in the strongest source that has it.
 *
 * <p>SmallRye Config does the ordering, the names of environment variables and, through {@link References}, the references. One engine
 * serves one load.
 */
final class Engine {
    private static final Comparator<Origin> STRONGEST_FIRST =
            Comparator.comparingInt(Origin::ordinal).reversed();

    private final SmallRyeConfig config;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, String> variables;
    private final int variableOrdinal;
    private final EnvConfigSource variableSource;

    /** An engine over {@code layers} and the environment variables, which need no layer since their names say no key. */
    Engine(List<Layer> layers, Map<String, String> variables, int variableOrdinal) {
        this.variables = withoutOrdinal(variables);
        this.variableOrdinal = variableOrdinal;
        this.variableSource = new EnvConfigSource(this.variables, variableOrdinal);
        layers.stream()
                .sorted(Comparator.comparingInt((Layer layer) -> -layer.origin().ordinal()))
                .forEach(layer -> this.layers.put("layer-" + this.layers.size(), layer));
        this.config = new SmallRyeConfigBuilder()
                .withSources(variableSource)
                .withSources(sources(this.layers))
                .withInterceptors(new References(this::isFile))
                .build();
    }

    /**
     * A value and where it stands.
     *
     * @param raw the text before references were expanded
     */
    record Found(String key, String value, String raw, Origin origin) {}

    /**
     * The value of {@code key}, or {@code null} if no source has it.
     *
     * @throws UnresolvedReferenceException if it refers to a key that cannot be resolved
     */
    @Nullable
    Found find(String key) {
        ConfigValue value = config.getConfigValue(key);
        if (value.getValue() == null) {
            return null;
        }
        Layer layer = layers.get(value.getConfigSourceName());
        if (layer == null) {
            return new Found(key, value.getValue(), value.getValue(), variableOrigin(key));
        }
        Entry entry = layer.entries().get(key);
        return entry == null ? null : new Found(key, value.getValue(), entry.value(), entry.origin());
    }

    /** {@code text} as its source writes it: a reference in it may have brought in a secret. */
    String written(String key, String text) {
        Found found = find(key);
        return found == null || found.raw().equals(found.value()) ? text : found.raw();
    }

    /**
     * The keys of the elements of a list, whole from the strongest source that has one; empty if that source writes it in one text, or none has
     * it.
     */
    List<String> elements(String key) {
        boolean isVariable = variableSource.getValue(key) != null;
        for (Layer layer : layers.values()) {
            boolean isOneText = layer.entries().containsKey(key);
            if (isOneText || (isVariable && layer.origin().ordinal() < variableOrdinal)) {
                return List.of();
            }
            List<String> elements = layer.elements(key);
            if (!elements.isEmpty()) {
                return elements;
            }
        }
        return List.of();
    }

    /** Every key of every layer below {@code prefix}, in the order of the strongest source first. */
    List<String> keysBelow(String prefix) {
        return layers.values().stream()
                .flatMap(layer -> layer.entries().keySet().stream())
                .filter(key -> key.startsWith(prefix + "."))
                .distinct()
                .toList();
    }

    /** Whether some layer has an element or a value below {@code key}. */
    boolean hasBelow(String key) {
        return !elements(key).isEmpty() || !keysBelow(key).isEmpty();
    }

    /** The text of {@code key} in the source that {@code origin} names; {@code null} if it is not there. */
    @Nullable
    String textAt(String key, Origin origin) {
        if (origin.kind() == Origin.Kind.ENVIRONMENT_VARIABLE) {
            return variableSource.getValue(key);
        }
        return layers.values().stream()
                .map(layer -> layer.entries().get(key))
                .filter(entry -> entry != null && entry.origin().equals(origin))
                .map(Entry::value)
                .findFirst()
                .orElse(null);
    }

    /** Where {@code key} stands in every source that has it, strongest first; the one that counts is the first. */
    List<Origin> origins(String key) {
        Stream<Origin> ofLayers = layers.values().stream()
                .map(layer -> layer.entries().get(key))
                .filter(Objects::nonNull)
                .map(Entry::origin);
        Stream<Origin> ofVariable =
                variableSource.getValue(key) == null ? Stream.empty() : Stream.of(variableOrigin(key));
        return Stream.concat(ofLayers, ofVariable).sorted(STRONGEST_FIRST).toList();
    }

    /** Where a value for {@code key} belongs: at its nearest present parent, else at the top of a file; {@code null} without files. */
    @Nullable
    Origin placeFor(String key) {
        for (int end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
            String prefix = key.substring(0, end);
            for (Layer layer : fileLayers()) {
                Origin place = layer.placeOf(prefix);
                if (place != null) {
                    return place;
                }
            }
        }
        return fileLayers().stream()
                .findFirst()
                .map(layer -> layer.origin().at(1, 1))
                .orElse(null);
    }

    private List<Layer> fileLayers() {
        return layers.values().stream()
                .filter(layer -> layer.origin().kind().isFile())
                .toList();
    }

    /** The layers, strongest first, without the environment variables. */
    List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    private Origin variableOrigin(String key) {
        String usual = ProcessValues.variableName(key);
        String name = variables.containsKey(usual)
                ? usual
                : variables.keySet().stream()
                        .filter(candidate ->
                                ProcessValues.variableName(candidate).equals(usual))
                        .findFirst()
                        .orElse(usual);
        return new Origin(name, Origin.Kind.ENVIRONMENT_VARIABLE, null, 0, 0, variableOrdinal);
    }

    private static List<ConfigSource> sources(Map<String, Layer> layers) {
        List<ConfigSource> sources = new ArrayList<>();
        layers.forEach((name, layer) -> sources.add(new LayerSource(name, layer)));
        return sources;
    }

    private boolean isFile(String source) {
        Layer layer = layers.get(source);
        return layer != null && layer.origin().kind().isFile();
    }

    /** A variable {@code CONFIG_ORDINAL}, which may be meant for somebody else, would change the order of our sources. */
    private static Map<String, String> withoutOrdinal(Map<String, String> variables) {
        Map<String, String> copy = new HashMap<>(variables);
        copy.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).equals("config_ordinal"));
        return copy;
    }
}
