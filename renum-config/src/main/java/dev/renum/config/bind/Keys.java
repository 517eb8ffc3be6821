package dev.renum.config.bind;

import dev.renum.config.bind.Shapes.Shape;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the settings of some records can have. Never changes once built, and is safe for use by many threads.
 *
 * <p>Inside, the element of a list is {@code []} whatever its number, and a map has the keys of its content, which begin with {@code *}.
 */
final class Keys {
    private final Set<String> declared;
    private final Map<String, Keys> maps;
    private final OldKeys old;
    private final KeyVariables variables;
    private @Nullable Shapes shapes;

    /**
     * Keys of which those in {@code declared} have values.
     *
     * @param maps what the maps among the settings hold
     */
    Keys(Set<String> declared, Map<String, Keys> maps, OldKeys old) {
        this.declared = declared;
        this.maps = maps;
        this.old = old;
        this.variables = new KeyVariables(declared, maps);
    }

    /** Those that have values, with {@code []} for each element, without those of maps. */
    Set<String> declared() {
        return declared;
    }

    /** Those that have one name: neither of elements nor of entries. */
    List<String> named() {
        return declared.stream().filter(key -> !key.contains("[]")).toList();
    }

    /** What the maps hold whose keys are not in other maps. */
    Map<String, Keys> maps() {
        return maps;
    }

    /** The keys of earlier versions. */
    OldKeys old() {
        return old;
    }

    /** The names of the variables that set these keys. */
    KeyVariables variables() {
        return variables;
    }

    /** What each key is for: asked only about keys that nobody reads, so that most loads need none of it. */
    Shapes shapes() {
        Shapes known = shapes;
        if (known == null) {
            known = new Shapes(
                    declared,
                    maps.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, map -> map.getValue().shapes())));
            shapes = known;
        }
        return known;
    }

    /** Whether {@code key} is not read itself, but others below it are; a file may name such a group and leave it empty. */
    boolean isGroup(String key) {
        return shapes().of(key) == Shape.GROUP;
    }

    /** The longest key below {@code prefix} that {@code message} names, or {@code prefix} itself. */
    String mentionedIn(String message, String prefix) {
        return named().stream()
                .filter(key -> Names.isBelow(key, prefix) && message.contains(key))
                .max(Comparator.comparingInt(String::length))
                .orElse(prefix);
    }

    /** Whether some setting reads {@code key} of {@code layer}; an element without the one before it is read by none. */
    boolean reads(Layer layer, String key) {
        return contains(key) && layer.unreachedList(key) == null;
    }

    /** Whether some setting has {@code key}. */
    boolean contains(String key) {
        return (!key.contains("[]") && declared.contains(Names.withoutNumbers(key)))
                || maps.entrySet().stream().anyMatch(map -> isInEntry(map.getKey(), map.getValue(), key));
    }

    private static boolean isInEntry(String map, Keys content, String key) {
        int start = startOfName(map, key);
        return start >= 0 && content.nameOf(key.substring(start)) != null;
    }

    /** The name of the entry of the map {@code map} that {@code key}, which is below it, belongs to; {@code null} if to none. */
    @Nullable
    String entryName(String map, String key) {
        Keys content = contentOf(map);
        return content == null ? null : content.nameOf(key.substring(map.length() + 1));
    }

    /** The same of a variable whose name goes on with {@code rest} behind that of the map, one of {@code known} if it can be. */
    @Nullable
    String entryNameInVariable(String map, String rest, Collection<String> known) {
        Keys content = contentOf(map);
        return content == null ? null : content.variables.entryName(rest, known);
    }

    /**
     * Whether {@code variable} sets one of these keys, and not rather one of an earlier version: of two entries that it may set, that with the shorter name
     * counts, unless the other one {@code isBegun} by a source with keys.
     */
    boolean isVariableOfToday(String variable, Predicate<String> isBegun) {
        return variables.names().contains(variable)
                && maps.entrySet().stream()
                        .noneMatch(map -> isOfEarlierEntry(map.getKey(), map.getValue(), variable, isBegun));
    }

    private boolean isOfEarlierEntry(String map, Keys content, String variable, Predicate<String> isBegun) {
        String start = ProcessValues.variableName(map) + "_";
        if (!variable.startsWith(start) || variables.isOutside(map, variable)) {
            return false;
        }
        String rest = variable.substring(start.length());
        String entry = content.variables.entryName(rest, List.of());
        return entry != null && content.old.isInEntry(rest, entry.length()) && !isBegun.test(start + entry + "_");
    }

    /** Whether {@code variable}, which begins like those of {@code map}, is one of another setting all the same. */
    boolean isOutside(String map, String variable) {
        Inner inner = maps.containsKey(Names.withoutNumbers(map)) ? null : inner(map);
        return inner == null
                ? variables.isOutside(map, variable)
                : inner.entries.isOutside(inner.map, Names.ANY + variable.substring(inner.start));
    }

    /** The keys of the entries of {@code map}, which may be in an entry of another map; {@code null} if it is no map. */
    private @Nullable Keys contentOf(String map) {
        Keys content = maps.get(Names.withoutNumbers(map));
        if (content != null) {
            return content;
        }
        Inner inner = inner(map);
        return inner == null ? null : inner.entries.contentOf(inner.map);
    }

    /**
     * A map in an entry of another map.
     *
     * @param entries the keys of the entries of the outer one
     * @param map the key of the inner one among these, with numbers of elements
     * @param start where the key goes on behind the name of the entry
     */
    private record Inner(Keys entries, String map, int start) {}

    /** The map {@code map} as it stands in an entry of another one; {@code null} if it is none. */
    private @Nullable Inner inner(String map) {
        return maps.entrySet().stream()
                .filter(outer -> !outer.getValue().maps.isEmpty())
                .map(outer -> inner(outer.getKey(), outer.getValue(), map))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Inner inner(String outer, Keys entries, String map) {
        int name = startOfName(outer, map);
        for (int end = name + 1; name >= 0 && end < map.length(); end++) {
            Inner inner = new Inner(entries, Names.ANY + map.substring(end), end);
            if (map.charAt(end) == '.' && entries.contentOf(inner.map) != null) {
                return inner;
            }
        }
        return null;
    }

    /** Where in {@code key} the name of an entry of {@code map} begins; negative if it is not below that. */
    private static int startOfName(String map, String key) {
        if (map.indexOf('[') < 0) {
            return Names.isBelow(key, map) ? map.length() + 1 : -1;
        }
        String expression = Pattern.quote(map + ".").replace("[]", "\\E" + Names.INDEX + "\\Q");
        Matcher start = Pattern.compile(expression).matcher(key);
        return start.lookingAt() ? start.end() : -1;
    }

    /** The name at the start of {@code rest}, behind which stands a key of the content; names may have dots, but no number of an element. */
    private @Nullable String nameOf(String rest) {
        int length = lengthOfName(rest);
        boolean isName = length >= 0 && Names.listAround(rest.substring(0, length)) == null;
        return isName ? rest.substring(0, length) : null;
    }

    private int lengthOfName(String rest) {
        for (int end = 1; end < rest.length(); end++) {
            boolean isBorder = rest.charAt(end) == '.' || rest.charAt(end) == '[';
            if (isBorder && contains(Names.ANY + rest.substring(end))) {
                return end;
            }
        }
        return declared.contains(Names.ANY) ? rest.length() : -1;
    }
}
