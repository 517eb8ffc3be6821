package dev.renum.config.bind;

import static java.util.stream.Collectors.toMap;

import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables that set some keys, and what their names leave open. All names are written as usual. Immutable once built. */
final class KeyVariables {
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, String> shared = new LinkedHashMap<>();
    private final Map<String, VariableNames> outside = new HashMap<>();
    private final VariableNames names;

    /** The variables of the keys in {@code declared}, and of those in {@code maps}. */
    KeyVariables(Set<String> declared, Map<String, Keys> maps) {
        declared.stream().filter(key -> !key.contains("[]")).forEach(this::add);
        Map<String, VariableNames> inMaps = maps.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, map -> map.getValue().variables().names));
        maps.keySet().forEach(map -> outside.put(map, outside(map, declared, inMaps)));
        names = new VariableNames(keys.keySet(), declared, inMaps);
    }

    private void add(String key) {
        String other = keys.putIfAbsent(VariableNames.expression(key), key);
        if (other != null) {
            shared.put(key, other);
        }
    }

    /** What begins like the variables of {@code map} and is another setting, or in a map with a longer name. */
    private static VariableNames outside(String map, Set<String> declared, Map<String, VariableNames> inMaps) {
        String start = ProcessValues.variableName(map) + "_";
        List<String> settings =
                declared.stream().filter(key -> begins(key, start)).toList();
        return new VariableNames(
                settings,
                inMaps.entrySet().stream()
                        .filter(other -> begins(other.getKey(), start))
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean begins(String key, String start) {
        return ProcessValues.variableName(key).startsWith(start);
    }

    /** Those of all keys that have one name. */
    Collection<String> ofNamed() {
        return keys.keySet();
    }

    /** Keys whose variable is that of another key too, with the first that has it. */
    Map<String, String> shared() {
        return shared;
    }

    /** Those of all keys, with those in lists and maps. */
    VariableNames names() {
        return names;
    }

    /**
     * The name, as it stands in variables, of the entry that a variable sets whose name goes on with {@code rest} behind that of the map: one of
     * {@code known} if it can be, else the shortest that leaves a key of an entry; {@code null} if there is none. These are the variables of the entries.
     */
    @Nullable
    String entryName(String rest, Collection<String> known) {
        Stream<String> longestKnown = known.stream()
                .filter(rest::startsWith)
                .sorted(Comparator.comparingInt(String::length).reversed());
        Stream<String> shortest = IntStream.rangeClosed(1, rest.length()).mapToObj(length -> rest.substring(0, length));
        return Stream.concat(longestKnown, shortest)
                .filter(name -> names.contains(rest.substring(name.length())))
                .findFirst()
                .orElse(null);
    }

    /** Whether {@code variable}, which begins like those of {@code map}, is one of another setting all the same; both may begin with {@code *}. */
    boolean isOutside(String map, String variable) {
        VariableNames others = outside.get(Names.withoutNumbers(map));
        return others != null && others.contains(variable.startsWith(Names.ANY) ? variable.substring(1) : variable);
    }
}
