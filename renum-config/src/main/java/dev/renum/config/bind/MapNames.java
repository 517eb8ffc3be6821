package dev.renum.config.bind;

import dev.renum.config.source.ProcessValues;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of the entries of a map.
 *
 * <p>The name of a variable cannot say the name of an entry: {@code SHOP_LIMITS_10_16_0_1} may be {@code 10.16.0.1} or {@code 10-16-0-1}. So a variable
 * sets the entry that another source has and whose variable it is; only if there is none it adds one, in lower case with {@code -}.
 */
final class MapNames {
    private static final Pattern ELEMENT = Pattern.compile("_\\d+_$");

    private final Engine engine;
    private final Keys keys;

    MapNames(Engine engine, Keys keys) {
        this.engine = engine;
        this.keys = keys;
    }

    /** The names of the entries of {@code map}, those that sources with keys have first. */
    List<String> of(String map) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> byVariable = new HashSet<>();
        for (String key : engine.keysBelow(map)) {
            String name = Optional.ofNullable(keys.entryName(map, key)).orElseGet(() -> firstPart(map, key));
            names.add(name);
            byVariable.add(ProcessValues.variableName(name));
        }
        String start = ProcessValues.variableName(map) + "_";
        engine.variableNames(start).stream()
                .filter(variable -> !keys.isVariable(variable))
                .map(variable -> entryOf(map, variable.substring(start.length())))
                .filter(Objects::nonNull)
                .filter(byVariable::add)
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT).replace('_', '-')));
        return List.copyOf(names);
    }

    /** A misspelled key below an entry is unknown, and the entry is there all the same. */
    private static String firstPart(String map, String key) {
        return key.substring(map.length() + 1).split("[.\\[]", 2)[0];
    }

    private @Nullable String entryOf(String map, String variable) {
        String rest = keys.holdsLists(map) ? ELEMENT.matcher(variable).replaceFirst("") : variable;
        return keys.variableEnds(map).stream()
                .filter(end -> rest.endsWith(end) && rest.length() > end.length())
                .map(end -> rest.substring(0, rest.length() - end.length()))
                .findFirst()
                .orElse(null);
    }
}
