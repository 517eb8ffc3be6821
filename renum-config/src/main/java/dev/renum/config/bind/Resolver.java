package dev.renum.config.bind;

import static java.util.stream.Collectors.toMap;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a key in the strongest source that has it, with the values that it refers to.
 *
 * <p>{@link RankedSources} know which source counts. Only a value that refers to others goes through SmallRye Config, which expands it with {@link
 * References}. One resolver serves one load, and whoever asks about it later, by many threads.
 */
final class Resolver {
    private final RankedSources sources;
    private final Places places;
    private final Map<String, KeySource> byName;
    private final References references;
    private final SmallRyeConfig config;
    private final Set<String> referring;
    private final Secrecies secrecies;

    /**
     * A resolver over {@code layers}; those whose names are those of variables, among them {@code names}, are asked for each key by its variable.
     *
     * @param isDeclaredSecret whether a section says of a key that its value is secret
     * @param today what a key is called today, which may be its name in an earlier version
     */
    Resolver(List<Layer> layers, VariableNames names, Predicate<String> isDeclaredSecret, UnaryOperator<String> today) {
        this.sources = new RankedSources(layers, names);
        this.places = new Places(sources);
        this.references = new References(this::isFile, this::element, today);
        this.byName = sources.all().stream().collect(toMap(ConfigSource::getName, Function.identity()));
        this.config = new SmallRyeConfigBuilder()
                .withSources(List.copyOf(sources.all()))
                .withInterceptors(references)
                .build();
        this.referring = sources.referring();
        this.secrecies = new Secrecies(sources, this::followed, isDeclaredSecret);
    }

    /**
     * A value and where it stands.
     *
     * @param raw the text before references were expanded
     */
    record Found(String key, String value, String raw, Origin origin) {}

    /** What the sources have, references as they are written. */
    RankedSources sources() {
        return sources;
    }

    /** Where in the sources something stands or belongs. */
    Places places() {
        return places;
    }

    /**
     * The value of {@code key}, or {@code null} if no source has it.
     *
     * @throws UnresolvedReferenceException if it refers to a key that cannot be resolved
     */
    @Nullable
    Found find(String key) {
        Entry entry = sources.entry(key);
        return entry == null ? null : new Found(key, expanded(key, entry), entry.value(), entry.origin());
    }

    private String expanded(String key, Entry entry) {
        return referring.contains(key) ? config.getConfigValue(key).getValue() : entry.value();
    }

    /** {@code text} as its source writes it: a reference in it may have brought in a secret. */
    String written(String key, String text) {
        Found found = find(key);
        return found == null || found.raw().equals(found.value()) ? text : found.raw();
    }

    /** Whether the value of {@code key} may be shown. */
    Secrecy secrecy(Setting setting, String key) {
        return secrecies.of(setting, key);
    }

    /** Whether a value that must not be shown stands at {@code key}. */
    boolean isSensitive(Setting setting, String key) {
        return secrecy(setting, key) != Secrecy.OPEN;
    }

    /** The keys that the references in the value of {@code key} lead to, as far as they can be followed. */
    private Set<String> followed(String key) {
        if (!referring.contains(key)) {
            return Set.of();
        }
        try {
            find(key);
        } catch (UnresolvedReferenceException e) {
            // What it has followed until then counts all the same.
        }
        return references.followed(key);
    }

    private boolean isFile(String source) {
        KeySource found = byName.get(source);
        return found != null && found.origin().kind().isFile();
    }

    /** The value of a key of an element, from the source that has the list; {@code null} if that has none. */
    private @Nullable ConfigValue element(String list, String key) {
        KeySource owner = sources.owner(list).orElse(null);
        Entry entry = owner == null ? null : owner.find(key);
        return entry == null || owner == null
                ? null
                : ConfigValue.builder()
                        .withName(key)
                        .withValue(entry.value())
                        .withRawValue(entry.value())
                        .withConfigSourceName(owner.getName())
                        .withConfigSourceOrdinal(owner.getOrdinal())
                        .build();
    }
}
