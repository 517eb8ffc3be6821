package dev.renum.config.bind;

import static java.util.stream.Collectors.toSet;

import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the names of the entries of a map.
 *
 * <p>The name of a variable cannot say the name of an entry: {@code SHOP_LIMITS_10_16_0_1} may be {@code 10.16.0.1} or {@code 10-16-0-1}. So a variable
 * sets the entry that another source has and whose variable it is; only if there is none it adds one, in lower case with {@code -}.
 */
final class MapNames {
    private final RankedSources sources;
    private final Keys keys;

    MapNames(RankedSources sources, Keys keys) {
        this.sources = sources;
        this.keys = keys;
    }

    /** The names of the entries of {@code map}, those that sources with keys have first. */
    List<String> of(String map) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : sources.keysBelow(map)) {
            names.add(Optional.ofNullable(keys.entryName(map, key)).orElseGet(() -> firstPart(map, key)));
        }
        Set<String> known = names.stream().map(ProcessValues::variableName).collect(toSet());
        sources.variablesBelow(map).stream()
                .filter(variable -> !keys.isOutside(map, variable))
                .map(variable -> variable.substring(map.length() + 1))
                .flatMap(rest -> Stream.ofNullable(keys.entryNameInVariable(map, rest, known)))
                .filter(name -> !known.contains(name))
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT).replace('_', '-')));
        return List.copyOf(names);
    }

    /** A misspelled key below an entry is unknown, and the entry is there all the same. */
    private static String firstPart(String map, String key) {
        String rest = key.substring(map.length() + 1);
        String name = rest.substring(0, rest.indexOf('.') < 0 ? rest.length() : rest.indexOf('.'));
        return Optional.ofNullable(Names.listAround(name)).orElse(name);
    }
}
