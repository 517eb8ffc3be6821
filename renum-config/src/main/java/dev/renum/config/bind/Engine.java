package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.SourceLoader;
import dev.renum.config.source.Sources;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Map<String, Variables> variables = new LinkedHashMap<>();

    /** An engine over {@code sources}; those whose names are names of variables are asked for each key by its variable. */
    Engine(Sources sources) {
        Stream<Layer> all = Stream.concat(sources.layers().stream(), Stream.of(ofProcess(sources.variables())));
        all.sorted(Comparator.comparingInt((Layer layer) -> -layer.origin().ordinal()))
                .forEach(this::add);
        this.config = new SmallRyeConfigBuilder()
                .withSources(List.copyOf(variables.values()))
                .withSources(sources(layers))
                .withInterceptors(new References(this::isFile))
                .build();
    }

    private void add(Layer layer) {
        String name = "source-" + (layers.size() + variables.size());
        if (layer.origin().kind().hasVariables()) {
            variables.put(name, new Variables(name, layer));
        } else {
            layers.put(name, layer);
        }
    }

    private static Layer ofProcess(Map<String, String> variables) {
        Origin origin = new Origin(
                "environment variables", Origin.Kind.ENVIRONMENT_VARIABLE, null, 0, 0, SourceLoader.VARIABLE_ORDINAL);
        return Layer.of(origin, "", variables);
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
        Entry entry = entryIn(value.getConfigSourceName(), key);
        return entry == null ? null : new Found(key, value.getValue(), entry.value(), entry.origin());
    }

    private @Nullable Entry entryIn(String source, String key) {
        Layer layer = layers.get(source);
        if (layer != null) {
            return layer.entries().get(key);
        }
        Variables found = variables.get(source);
        return found == null ? null : found.find(key);
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
        int variable = strengthOfVariable(key);
        for (Layer layer : layers.values()) {
            boolean isOneText = layer.entries().containsKey(key);
            if (isOneText || layer.origin().ordinal() < variable) {
                return List.of();
            }
            List<String> elements = layer.elements(key);
            if (!elements.isEmpty()) {
                return elements;
            }
        }
        return List.of();
    }

    private int strengthOfVariable(String key) {
        return variables.values().stream()
                .filter(source -> source.find(key) != null)
                .mapToInt(Variables::getOrdinal)
                .max()
                .orElse(Integer.MIN_VALUE);
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
        return entries(key)
                .filter(entry -> entry.origin().equals(origin))
                .map(Entry::value)
                .findFirst()
                .orElse(null);
    }

    /** Where {@code key} stands in every source that has it, strongest first; the one that counts is the first. */
    List<Origin> origins(String key) {
        return entries(key).map(Entry::origin).sorted(STRONGEST_FIRST).toList();
    }

    private Stream<Entry> entries(String key) {
        return Stream.concat(
                        layers.values().stream().map(layer -> layer.entries().get(key)),
                        variables.values().stream().map(source -> source.find(key)))
                .filter(Objects::nonNull);
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

    /** The sources with keys, strongest first. */
    List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    /** The sources with variables, strongest first. */
    List<Variables> variables() {
        return List.copyOf(variables.values());
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
}
