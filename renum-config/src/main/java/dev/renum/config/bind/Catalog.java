package dev.renum.config.bind;

import dev.renum.config.report.SettingDescription;
import dev.renum.config.source.Names;
import dev.renum.core.Environment;
import dev.renum.core.settings.Machine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting that some sections declare. */
final class Catalog {
    /** Any will do: only which keys depend on the machine is asked, and not how. */
    private static final Machine SOME = new Machine(2, 1L << 30);

    private final List<Declared> all;
    private final List<Class<?>> sections;

    /** The settings of {@code sections}, in their order. */
    Catalog(List<Class<?>> sections) {
        this.sections = sections;
        this.all = sections.stream()
                .flatMap(section -> Declared.of(section).stream())
                .toList();
    }

    private Set<String> dependingOnMachine() {
        return Stream.of(Environment.DEV, Environment.TEST, Environment.PROD)
                .map(environment -> new MachineFunctions(SOME, environment, problem -> {}))
                .flatMap(functions -> functions.defaultsOf(sections).keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Those that have a value. */
    List<Declared> all() {
        return all.stream().filter(declared -> !declared.isHolder()).toList();
    }

    /** The setting that {@code key} sets; of several, which names of entries with dots make possible, the one with the longest key. */
    Optional<Declared> find(String key) {
        return all().stream()
                .filter(declared -> declared.reads(key))
                .max(Comparator.comparingInt(declared -> declared.key().length()));
    }

    /** What can be asked for instead of {@code key}: all below it if it is a group, else what it may have been meant as. */
    List<String> instead(String key) {
        List<String> keys = all().stream().map(Declared::key).toList();
        List<String> below = keys.stream().filter(it -> Names.isBelow(it, key)).toList();
        return below.isEmpty() ? Suggestions.of(key, keys) : below;
    }

    /** All, those too that only hold others. */
    List<SettingDescription> describe() {
        Set<String> depending = dependingOnMachine();
        return all.stream()
                .map(declared -> Description.of(declared, depending.contains(declared.key())))
                .toList();
    }

    SettingDescription describe(Declared declared) {
        return Description.of(declared, dependingOnMachine().contains(declared.key()));
    }
}
