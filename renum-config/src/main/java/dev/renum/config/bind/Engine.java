package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Masking;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a key in the strongest source that has it.
 *
 * <p>SmallRye Config does the ordering and, through {@link References}, the references. Lists come whole from the strongest source that has one. One
 * engine serves one load, and whoever asks about it later, by many threads.
 */
final class Engine {
    private static final Comparator<Entry> FROM_THE_START = Comparator.comparingInt(
                    (Entry entry) -> -entry.keyOrigin().ordinal())
            .thenComparingInt(entry -> entry.keyOrigin().line())
            .thenComparingInt(entry -> entry.keyOrigin().column());

    private final SmallRyeConfig config;
    private final References references = new References(this::isFile, this::element);
    private final Predicate<String> isDeclaredSecret;
    private final Map<String, KeySource> sources = new LinkedHashMap<>();
    private final List<KeySource> secretSources;
    private final Map<String, Optional<KeySource>> owners = new ConcurrentHashMap<>();
    private final Map<String, Secrecy> secrecies = new ConcurrentHashMap<>();

    /**
     * An engine over {@code layers}; those whose names are those of variables, among them {@code names}, are asked for each key by its variable.
     *
     * @param isDeclaredSecret whether a section says of a key that its value is secret
     */
    Engine(List<Layer> layers, VariableNames names, Predicate<String> isDeclaredSecret) {
        this.isDeclaredSecret = isDeclaredSecret;
        layers.stream()
                .sorted(Comparator.comparingInt((Layer layer) -> -layer.origin().ordinal()))
                .map(layer -> source("source-" + sources.size(), layer, names))
                .forEachOrdered(source -> sources.put(source.getName(), source));
        this.secretSources = sources.values().stream()
                .filter(source -> source.origin().kind() == Origin.Kind.SECRET_FILE)
                .toList();
        this.config = new SmallRyeConfigBuilder()
                .withSources(List.copyOf(sources.values()))
                .withInterceptors(references)
                .build();
    }

    private static KeySource source(String name, Layer layer, VariableNames names) {
        return layer.origin().kind().hasVariables() ? new Variables(name, layer, names) : new LayerSource(name, layer);
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
        KeySource source = value.getValue() == null ? null : sources.get(value.getConfigSourceName());
        Entry entry = source == null ? null : source.find(key);
        return entry == null ? null : new Found(key, value.getValue(), entry.value(), entry.origin());
    }

    /** {@code text} as its source writes it: a reference in it may have brought in a secret. */
    String written(String key, String text) {
        Found found = find(key);
        return found == null || found.raw().equals(found.value()) ? text : found.raw();
    }

    /** Whether the value of {@code key} may be shown; the only place where this is decided. */
    Secrecy secrecy(Setting setting, String key) {
        return secrecies.computeIfAbsent(key, absent -> decideSecrecy(setting, key));
    }

    private Secrecy decideSecrecy(Setting setting, String key) {
        if (setting.isSecretAt(key)) {
            return Secrecy.SECRET;
        }
        if (bringsSecret(key)) {
            return Secrecy.KEPT;
        }
        return isKept(key) || (key.endsWith("]") && isKept(Layer.parent(key))) ? Secrecy.KEPT : Secrecy.OPEN;
    }

    /** Whether a value that must not be shown stands at {@code key}. */
    boolean isSensitive(Setting setting, String key) {
        return secrecy(setting, key) != Secrecy.OPEN;
    }

    /** Whether a reference in the value of {@code key} leads to a secret. */
    private boolean bringsSecret(String key) {
        Entry entry = entry(key);
        if (entry == null || !entry.value().contains("${")) {
            return false;
        }
        try {
            find(key);
        } catch (UnresolvedReferenceException e) {
            // What it has followed until then counts all the same.
        }
        return references.followed(key).stream()
                .anyMatch(it -> Masking.isSensitive(it) || isKept(it) || isDeclaredSecret.test(it));
    }

    /** Whether somebody keeps {@code key} among the secrets, in one text or in elements, even if another source counts. */
    private boolean isKept(String key) {
        for (KeySource source : secretSources) {
            if (source.find(key) != null || !source.elements(key).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The keys of the elements of a list, whole from the strongest source that has one; empty if that source writes it in one text, or none has
     * it.
     */
    List<String> elements(String key) {
        return owner(key)
                .filter(source -> source.find(key) == null)
                .map(source -> source.elements(key))
                .orElse(List.of());
    }

    /** Of what sets a key below {@code prefix}, that which stands first in the strongest source; {@code null} if nothing does. */
    @Nullable
    Entry first(Keys keys, String prefix) {
        Stream<String> named = keys.named().stream().filter(key -> Names.isBelow(key, prefix));
        Stream<String> written = keysBelow(prefix).stream().filter(keys::contains);
        return Stream.concat(named, written)
                .map(this::entry)
                .filter(Objects::nonNull)
                .min(FROM_THE_START)
                .orElse(null);
    }

    /** Every key that counts below {@code prefix}, in the order of the strongest source first; those of variables are not known. */
    List<String> keysBelow(String prefix) {
        return layersWith(prefix)
                .filter(layer -> layer.groups().containsKey(prefix))
                .flatMap(layer -> layer.entries().keySet().stream())
                .filter(key -> Names.isBelow(key, prefix))
                .distinct()
                .toList();
    }

    /** The names, written as usual, of the variables that may set something below {@code prefix}. */
    List<String> variablesBelow(String prefix) {
        String start = ProcessValues.variableName(prefix) + "_";
        return sourcesWith(prefix)
                .filter(Variables.class::isInstance)
                .flatMap(source -> ((Variables) source).namesFrom(start).stream())
                .distinct()
                .toList();
    }

    /** Whether an element of {@code key} counts, or a value below it in a source with keys. */
    boolean hasBelow(String key) {
        return !elements(key).isEmpty()
                || layersWith(key).anyMatch(layer -> layer.groups().containsKey(key));
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
        return entries(key).map(Entry::origin).toList();
    }

    /** What sets {@code key} in the source that counts; {@code null} if nothing does. */
    @Nullable
    Entry entry(String key) {
        String list = Names.listAround(key);
        if (list != null) {
            return owner(list).map(source -> source.find(key)).orElse(null);
        }
        for (KeySource source : sources.values()) {
            Entry entry = source.find(key);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    private Stream<Entry> entries(String key) {
        String list = Names.listAround(key);
        if (list != null && owner(list).map(it -> it.find(key)).isEmpty()) {
            return Stream.empty();
        }
        Stream<Entry> all =
                sources.values().stream().map(source -> source.find(key)).filter(Objects::nonNull);
        return list == null ? all : all.dropWhile(entry -> !isOfOwner(entry, list));
    }

    private boolean isOfOwner(Entry entry, String list) {
        return owner(list)
                .filter(it -> it.getOrdinal() == entry.origin().ordinal())
                .isPresent();
    }

    /** The sources of which {@code key} and what is below it count, strongest first: what is in a list has one at most. */
    private Stream<KeySource> sourcesWith(String key) {
        String list = Names.listAround(key);
        return list == null ? sources.values().stream() : owner(list).stream();
    }

    private Stream<Layer> layersWith(String key) {
        return sourcesWith(key).filter(LayerSource.class::isInstance).map(source -> ((LayerSource) source).layer());
    }

    /** The strongest source that has the list {@code key}, in one text or in elements; of a list in a list, the source of the outer one. */
    private Optional<KeySource> owner(String key) {
        Optional<KeySource> owner = owners.get(key);
        if (owner == null) {
            owner = sourcesWith(key)
                    .filter(source ->
                            source.find(key) != null || !source.elements(key).isEmpty())
                    .findFirst();
            owners.put(key, owner);
        }
        return owner;
    }

    /** The value of a key of an element, from the source that has the list; {@code null} if that has none. */
    private @Nullable ConfigValue element(String key) {
        KeySource source = sourcesWith(key).findFirst().orElse(null);
        Entry entry = source == null ? null : source.find(key);
        return entry == null || source == null
                ? null
                : ConfigValue.builder()
                        .withName(key)
                        .withValue(entry.value())
                        .withRawValue(entry.value())
                        .withConfigSourceName(source.getName())
                        .withConfigSourceOrdinal(source.getOrdinal())
                        .build();
    }

    /** Where a value for {@code key} belongs: at its nearest present parent, else at the top of a file; {@code null} without files. */
    @Nullable
    Origin placeFor(String key) {
        for (String parent = Layer.parent(key); !parent.isEmpty(); parent = Layer.parent(parent)) {
            for (Layer layer : fileLayers()) {
                Origin place = layer.placeOf(parent);
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
        return layers().stream().filter(layer -> layer.origin().kind().isFile()).toList();
    }

    /** The sources with keys, strongest first. */
    List<Layer> layers() {
        return sources.values().stream()
                .filter(LayerSource.class::isInstance)
                .map(source -> ((LayerSource) source).layer())
                .toList();
    }

    /** The sources with variables, strongest first. */
    List<Variables> variables() {
        return sources.values().stream()
                .filter(Variables.class::isInstance)
                .map(Variables.class::cast)
                .toList();
    }

    private boolean isFile(String source) {
        KeySource found = sources.get(source);
        return found != null && found.origin().kind().isFile();
    }
}
