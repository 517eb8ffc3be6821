package dev.renum.config.bind;

import dev.renum.config.report.SettingDescription;
import dev.renum.config.source.Layer;
import dev.renum.core.Environment;
import dev.renum.core.settings.Machine;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every setting that some sections declare. */
final class Catalog {
    /** Any will do: only which keys depend on the machine is asked, and not how. */
    private static final Machine SOME = new Machine(2, 1L << 30);

    private final List<Declared> all;
    private final List<Declared> withValue;
    private final Map<String, Declared> byKey;
    private final List<Class<?>> sections;
    private volatile @Nullable Set<String> dependingOnMachine;

    /** The settings of {@code sections}, in their order. */
    Catalog(List<Class<?>> sections) {
        this.sections = sections;
        this.all = sections.stream()
                .flatMap(section -> Declared.of(section).stream())
                .toList();
        this.withValue = all.stream().filter(declared -> !declared.isHolder()).toList();
        this.byKey =
                withValue.stream().collect(Collectors.toMap(Declared::key, Function.identity(), (one, other) -> one));
    }

    /** The keys for which some function has a default there; asked only where somebody wants to read about settings. */
    private Set<String> dependingOnMachine() {
        Set<String> known = dependingOnMachine;
        if (known == null) {
            known = findDependingOnMachine();
            dependingOnMachine = known;
        }
        return known;
    }

    private Set<String> findDependingOnMachine() {
        return Stream.of(Environment.DEV, Environment.TEST, Environment.PROD)
                .map(environment -> new MachineFunctions(SOME, environment, problem -> {}))
                .flatMap(functions -> functions.defaultsOf(sections).keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The settings that have a value themselves, and do not only hold others. */
    List<Declared> withValue() {
        return withValue;
    }

    /** Whether {@code key} is declared as a secret. */
    boolean isSecret(String key) {
        return find(key)
                .filter(declared -> declared.setting().isDeclaredSecret())
                .isPresent();
    }

    /** The setting that {@code key} sets; of several, which names of entries with dots make possible, the one with the longest key. */
    Optional<Declared> find(String key) {
        Declared named = byKey.get(key);
        return named != null
                ? Optional.of(named)
                : withValue.stream()
                        .filter(declared -> declared.isVarying() && declared.reads(key))
                        .max(Comparator.comparingInt(declared -> declared.key().length()));
    }

    /** What {@code key}, which is neither a setting nor a group, may have been meant as. */
    List<String> instead(String key) {
        Set<String> known = new LinkedHashSet<>();
        for (Declared declared : all) {
            for (String it = declared.key(); !it.isEmpty(); it = Layer.parent(it)) {
                known.add(it);
            }
        }
        known.removeIf(it -> it.endsWith("[]"));
        return Suggestions.of(key, List.copyOf(known));
    }

    /** All, those too that only hold others. */
    List<SettingDescription> describe() {
        return all.stream().map(this::describe).toList();
    }

    /** What is declared of the list, the map or the group {@code key}; {@code null} if nothing but what is in it. */
    @Nullable
    SettingDescription describeHolder(String key) {
        return all.stream()
                .filter(declared -> declared.isHolder() && declared.reads(key))
                .findFirst()
                .map(this::describe)
                .orElse(null);
    }

    SettingDescription describe(Declared declared) {
        return Description.of(declared, dependingOnMachine().contains(declared.key()));
    }
}
