package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources of one load, strongest first, and what they have.
 *
 * <p>A list comes whole from the strongest source that has it, which is called its owner. Safe for use by many threads.
 */
final class RankedSources {
    private final List<KeySource> all;
    private final List<Layer> layers;
    private final List<Layer> files;
    private final List<KeySource> secrets;
    private final Map<String, Optional<KeySource>> owners = new ConcurrentHashMap<>();

    /** The sources of {@code layers}; those whose names are those of variables, among them {@code names}, are asked for each key by its variable. */
    RankedSources(List<Layer> layers, VariableNames names) {
        List<Layer> ranked = layers.stream()
                .sorted(Comparator.comparingInt((Layer layer) -> -layer.origin().ordinal()))
                .toList();
        this.all = IntStream.range(0, ranked.size())
                .mapToObj(i -> source("source-" + i, ranked.get(i), names))
                .toList();
        this.layers = ranked.stream()
                .filter(layer -> !layer.origin().kind().hasVariables())
                .toList();
        this.files =
                ranked.stream().filter(layer -> layer.origin().kind().isFile()).toList();
        this.secrets = all.stream()
                .filter(source -> source.origin().kind() == Origin.Kind.SECRET_FILE)
                .toList();
    }

    private static KeySource source(String name, Layer layer, VariableNames names) {
        return layer.origin().kind().hasVariables() ? new Variables(name, layer, names) : new LayerSource(name, layer);
    }

    /** Every source, strongest first. */
    List<KeySource> all() {
        return all;
    }

    /** The sources with keys, strongest first. */
    List<Layer> layers() {
        return layers;
    }

    /** The files, strongest first. */
    List<Layer> files() {
        return files;
    }

    /** The sources with variables, strongest first. */
    List<Variables> variables() {
        return all.stream()
                .filter(Variables.class::isInstance)
                .map(Variables.class::cast)
                .toList();
    }

    /** What sets {@code key} in the source that counts; {@code null} if nothing does. */
    @Nullable
    Entry entry(String key) {
        String list = Names.listAround(key);
        if (list != null) {
            return owner(list).map(source -> source.find(key)).orElse(null);
        }
        for (KeySource source : all) {
            Entry entry = source.find(key);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** The keys whose values refer to others in some file, whether that counts or not. */
    Set<String> referring() {
        return files.stream()
                .flatMap(file -> file.entries().values().stream())
                .filter(entry -> entry.value().contains("${"))
                .map(Entry::key)
                .collect(Collectors.toSet());
    }

    /** Where {@code key} stands in every source that has it, strongest first; the one that counts is the first. */
    List<Origin> origins(String key) {
        return entries(key).map(Entry::origin).toList();
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

    private Stream<Entry> entries(String key) {
        String list = Names.listAround(key);
        if (list != null && owner(list).map(it -> it.find(key)).isEmpty()) {
            return Stream.empty();
        }
        Stream<Entry> entries = all.stream().map(source -> source.find(key)).filter(Objects::nonNull);
        return list == null ? entries : entries.dropWhile(entry -> !isOfOwner(entry, list));
    }

    private boolean isOfOwner(Entry entry, String list) {
        return owner(list)
                .filter(it -> it.getOrdinal() == entry.origin().ordinal())
                .isPresent();
    }

    /** The keys of the elements of a list; empty if its owner writes it in one text, or no source has it. */
    List<String> elements(String key) {
        KeySource owner = owner(key).orElse(null);
        return owner == null || owner.find(key) != null ? List.of() : owner.elements(key);
    }

    /** The strongest source that has the list {@code key}, in one text or in elements; of a list in a list, the source of the outer one. */
    Optional<KeySource> owner(String key) {
        Optional<KeySource> owner = owners.get(key);
        if (owner == null) {
            owner = sourcesOf(key).filter(source -> has(source, key)).findFirst();
            owners.put(key, owner);
        }
        return owner;
    }

    private static boolean has(KeySource source, String key) {
        return source.find(key) != null || source.hasElements(key);
    }

    /** The sources of which {@code key} and what is below it count, strongest first: what is in a list has one at most. */
    private Stream<KeySource> sourcesOf(String key) {
        String list = Names.listAround(key);
        return list == null ? all.stream() : owner(list).stream();
    }

    private Stream<Layer> layersOf(String key) {
        return sourcesOf(key).filter(LayerSource.class::isInstance).map(source -> ((LayerSource) source).layer());
    }

    /** Whether somebody keeps {@code key} among the secrets, in one text or in elements, even if another source counts. */
    boolean isKeptSecret(String key) {
        for (KeySource source : secrets) {
            if (has(source, key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element of {@code key} counts, or a value below it in a source with keys. */
    boolean hasBelow(String key) {
        return !elements(key).isEmpty()
                || layersOf(key).anyMatch(layer -> layer.groups().containsKey(key));
    }

    /** Every key that counts below {@code prefix}, in the order of the strongest source first; those of variables are not known. */
    List<String> keysBelow(String prefix) {
        return layersOf(prefix)
                .filter(layer -> layer.groups().containsKey(prefix))
                .flatMap(layer -> layer.entries().keySet().stream())
                .filter(key -> Names.isBelow(key, prefix))
                .distinct()
                .toList();
    }

    /** The names, written as usual, of the variables that may set something below {@code prefix}. */
    List<String> variablesBelow(String prefix) {
        String start = ProcessValues.variableName(prefix) + "_";
        return sourcesOf(prefix)
                .filter(Variables.class::isInstance)
                .flatMap(source -> ((Variables) source).namesFrom(start).stream())
                .distinct()
                .toList();
    }
}
