package dev.renum.config.bind;

import static java.util.stream.Collectors.toMap;

import dev.renum.config.bind.Shapes.Shape;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.settings.RemovedKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the settings of some records can have.
 *
 * <p>Inside, the element of a list is {@code []} whatever its number, and a map has the keys of its content, which begin with {@code *}. Immutable
 * once built.
 */
final class Keys {
    private static final Pattern NUMBER_IN_VARIABLE = Pattern.compile("_(\\d+)(?=_|$)");
    private static final String ANY = "*";

    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, Keys> maps = new LinkedHashMap<>();
    private final OldKeys old = new OldKeys();

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> shared = new LinkedHashMap<>();
    private final Map<String, VariableNames> outside = new LinkedHashMap<>();
    private VariableNames variableNames = new VariableNames(Set.of(), Map.of());
    private Shapes shapes = new Shapes(Set.of(), Map.of());

    private Keys() {}

    /** The keys of {@code sections}. */
    static Keys of(List<Class<?>> sections) {
        Keys keys = new Keys();
        sections.forEach(section -> keys.record(section, Binder.prefix(section)));
        keys.named().forEach(keys::addVariable);
        keys.nameVariables();
        keys.shapes = keys.findShapes();
        return keys;
    }

    private VariableNames nameVariables() {
        Map<String, VariableNames> inMaps = new LinkedHashMap<>();
        maps.forEach((map, content) -> inMaps.put(map, content.nameVariables()));
        maps.keySet().forEach(map -> outside.put(map, new VariableNames(named, longer(map, inMaps))));
        variableNames = new VariableNames(named, inMaps);
        return variableNames;
    }

    /** Those of {@code all} whose variables begin like those of {@code map}. */
    private static Map<String, VariableNames> longer(String map, Map<String, VariableNames> all) {
        String start = ProcessValues.variableName(map) + "_";
        return all.entrySet().stream()
                .filter(other -> ProcessValues.variableName(other.getKey()).startsWith(start))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void addVariable(String key) {
        String other = variables.putIfAbsent(ProcessValues.variableName(key), key);
        if (other != null) {
            shared.put(key, other);
        }
    }

    private void record(Class<?> type, String prefix) {
        for (RemovedKey key : type.getAnnotationsByType(RemovedKey.class)) {
            old.removed(prefix + "." + key.value(), key.instead());
        }
        for (Setting setting : Setting.of(type, prefix)) {
            setting.formerKeys().forEach(key -> old.former(key, setting.named().name()));
            add(setting.type(), setting.key());
        }
    }

    private void add(Type type, String key) {
        if (!(type instanceof ParameterizedType generic)) {
            addSingle((Class<?>) type, key);
            return;
        }
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == Optional.class) {
            add(arguments[0], key);
        } else if (generic.getRawType() == Map.class) {
            Keys content = new Keys();
            content.add(arguments[1], ANY);
            maps.put(key, content);
            old.inMap(key, content.old);
        } else {
            named.add(key);
            if (generic.getRawType() == List.class || generic.getRawType() == Set.class) {
                add(arguments[0], key + "[]");
            }
        }
    }

    private void addSingle(Class<?> type, String key) {
        if (Conversions.knows(type)) {
            named.add(key);
        } else {
            record(type, key);
        }
    }

    /** Whether some setting reads {@code key} of {@code layer}; an element without the one before it is read by none. */
    boolean reads(Layer layer, String key) {
        return contains(key) && hasElement(layer, key);
    }

    private static boolean hasElement(Layer layer, String key) {
        return key.indexOf('[') < 0
                || Names.INDEX.matcher(key).results().allMatch(index -> isReached(layer, key, index));
    }

    /** The list in {@code key} of which {@code layer} lacks an element before, or that it has in one text. */
    String unreachedList(Layer layer, String key) {
        return Names.INDEX
                .matcher(key)
                .results()
                .filter(index -> !isReached(layer, key, index))
                .map(index -> key.substring(0, index.start()))
                .findFirst()
                .orElse(key);
    }

    private static boolean isReached(Layer layer, String key, MatchResult index) {
        String list = key.substring(0, index.start());
        int number = Integer.parseInt(index.group(1));
        return !layer.entries().containsKey(list) && (number == 0 || layer.has(list + "[" + (number - 1) + "]"));
    }

    /** Whether some setting has {@code key}. */
    boolean contains(String key) {
        return named.contains(withoutNumbers(key))
                || maps.entrySet().stream().anyMatch(map -> nameIn(map.getKey(), map.getValue(), key) != null);
    }

    /** The name of the entry of the map {@code map} that {@code key}, which is below it, belongs to; {@code null} if to none. */
    @Nullable
    String entryName(String map, String key) {
        Keys content = contentOf(map);
        return content == null ? null : content.nameOf(key.substring(map.length() + 1));
    }

    /** The keys of the entries of {@code map}, which may be in an entry of another map. */
    private @Nullable Keys contentOf(String map) {
        Keys content = maps.get(withoutNumbers(map));
        if (content != null) {
            return content;
        }
        return maps.entrySet().stream()
                .filter(outer -> !outer.getValue().maps.isEmpty())
                .map(outer -> contentInside(outer.getKey(), outer.getValue(), map))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Keys contentInside(String outer, Keys entries, String map) {
        int start = startOfName(outer, map);
        for (int end = start + 1; start >= 0 && end < map.length(); end++) {
            Keys content = map.charAt(end) == '.' ? entries.contentOf(ANY + map.substring(end)) : null;
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private static @Nullable String nameIn(String map, Keys content, String key) {
        int start = startOfName(map, key);
        return start < 0 ? null : content.nameOf(key.substring(start));
    }

    /** Where in {@code key} the name of an entry of {@code map} begins; negative if it is not below that. */
    private static int startOfName(String map, String key) {
        return map.indexOf('[') < 0 ? startIn(map, key) : startInElement(map, key);
    }

    private static int startIn(String map, String key) {
        return Names.isBelow(key, map) ? map.length() + 1 : -1;
    }

    private static int startInElement(String map, String key) {
        Matcher start = Pattern.compile(Pattern.quote(map + ".").replace("[]", "\\E" + Names.INDEX + "\\Q"))
                .matcher(key);
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
            if (isBorder && contains(ANY + rest.substring(end))) {
                return end;
            }
        }
        return named.contains(ANY) ? rest.length() : -1;
    }

    /** Whether {@code key} is not read itself, but others below it are; a file may name such a group and leave it empty. */
    boolean isGroup(String key) {
        return shapes.of(key) == Shape.GROUP;
    }

    /** What each key is for. */
    Shapes shapes() {
        return shapes;
    }

    private Shapes findShapes() {
        Map<String, Shapes> ofMaps = new LinkedHashMap<>();
        maps.forEach((map, content) -> ofMaps.put(map, content.findShapes()));
        return new Shapes(named, ofMaps);
    }

    /** The keys of groups and lists that {@code key} could have been meant as, with its numbers. */
    List<String> holders(String key) {
        List<String> numbers =
                Names.INDEX.matcher(key).results().map(MatchResult::group).toList();
        return shapes.holders().stream()
                .filter(name -> !name.endsWith("]"))
                .map(name -> withNumbers(name, numbers))
                .toList();
    }

    /** What may be set below {@code key}, with {@code name} for the names of entries. */
    List<String> below(String key) {
        Stream<String> inMaps = maps.entrySet().stream().flatMap(map -> inMap(map.getKey(), map.getValue(), key));
        String plain = withoutNumbers(key);
        return Stream.concat(named.stream(), inMaps)
                .filter(name -> Names.isBelow(name, plain) || name.startsWith(plain + "["))
                .map(name -> key + name.substring(plain.length()).replace("[]", "[0]"))
                .toList();
    }

    /** The keys of an entry of {@code map}: of that which {@code key} names, if it does. */
    private static Stream<String> inMap(String map, Keys content, String key) {
        String entry = Names.isBelow(key, map) ? key.substring(map.length() + 1).split("[.\\[]", 2)[0] : "name";
        return content.named.stream().map(it -> map + "." + entry + it.substring(1));
    }

    /** The longest key below {@code prefix} that {@code message} names, or {@code prefix} itself. */
    String mentionedIn(String message, String prefix) {
        return named().stream()
                .filter(key -> Names.isBelow(key, prefix) && message.contains(key))
                .max(Comparator.comparingInt(String::length))
                .orElse(prefix);
    }

    /** All keys that have one name, without those of maps and of elements. */
    List<String> named() {
        return named.stream().filter(key -> !key.contains("[]")).toList();
    }

    /** The keys under which a map takes any name. */
    Set<String> maps() {
        return maps.keySet();
    }

    /** What {@code key} could have been meant as: every name, with its numbers and names of entries where a key has such. */
    List<String> candidates(String key) {
        List<String> numbers =
                Names.INDEX.matcher(key).results().map(MatchResult::group).toList();
        List<String> candidates = new ArrayList<>();
        named.stream().map(name -> withNumbers(name, numbers)).forEach(candidates::add);
        maps.forEach((map, content) -> {
            if (Names.isBelow(key, map)) {
                String name = key.substring(map.length() + 1).split("\\.", 2)[0];
                content.named.forEach(it -> candidates.add(map + "." + name + it.substring(1)));
            }
        });
        return candidates;
    }

    /** The keys of earlier versions. */
    OldKeys old() {
        return old;
    }

    /**
     * The name, as it stands in variables, of the entry of {@code map} that a variable sets whose name goes on with {@code rest} behind that of the map: one of
     * {@code known} if it can be, else the shortest that leaves a key of the content; {@code null} if there is none.
     */
    @Nullable
    String entryInVariable(String map, String rest, Collection<String> known) {
        Keys content = contentOf(map);
        if (content == null) {
            return null;
        }
        Stream<String> longestKnown = known.stream()
                .filter(rest::startsWith)
                .sorted(Comparator.comparingInt(String::length).reversed());
        Stream<String> shortest = IntStream.rangeClosed(1, rest.length()).mapToObj(length -> rest.substring(0, length));
        return Stream.concat(longestKnown, shortest)
                .filter(name -> content.variableNames.contains(rest.substring(name.length())))
                .findFirst()
                .orElse(null);
    }

    /** The names of the variables of all keys that have one name, written as usual. */
    Collection<String> variables() {
        return variables.keySet();
    }

    /** Keys whose variable is that of another key too, with the first that has it. */
    Map<String, String> shared() {
        return shared;
    }

    /** The variables of elements with the numbers that {@code name}, a variable, has; the first element for what has none. */
    List<String> variablesOfElements(String name) {
        List<String> numbers = NUMBER_IN_VARIABLE
                .matcher(name)
                .results()
                .map(number -> "[" + number.group(1) + "]")
                .toList();
        return named.stream()
                .filter(key -> key.contains("[]"))
                .map(key -> ProcessValues.variableName(withNumbers(key, numbers)))
                .toList();
    }

    /** The variables of the entry of a map that {@code name}, a variable, seems to name: all before what is as long as their ends. */
    List<String> variablesOfEntries(String name) {
        return maps.entrySet().stream()
                .filter(map -> name.startsWith(ProcessValues.variableName(map.getKey()) + "_"))
                .flatMap(map -> map.getValue().named.stream())
                .map(key -> ProcessValues.variableName(key.substring(ANY.length())))
                .map(end -> entryIn(name, end) + end)
                .toList();
    }

    /** What stands in {@code name} before as many words as {@code end} has. */
    private static String entryIn(String name, String end) {
        int at = name.length();
        for (int words = end.length() - end.replace("_", "").length(); words > 0 && at > 0; words--) {
            at = name.lastIndexOf('_', at - 1);
        }
        return name.substring(0, Math.max(0, at));
    }

    /** Whether the variable {@code name}, which begins like those of {@code map}, is one of another setting all the same. */
    boolean isOutside(String map, String name) {
        VariableNames others = outside.get(withoutNumbers(map));
        return others != null && others.contains(name);
    }

    /** The names of the variables of all keys, with those in lists and maps. */
    VariableNames variableNames() {
        return variableNames;
    }

    /** The key with {@code []} for each element, whatever its number. */
    static String withoutNumbers(String key) {
        return key.indexOf('[') < 0 ? key : Names.INDEX.matcher(key).replaceAll("[]");
    }

    private static String withNumbers(String key, List<String> numbers) {
        String result = key;
        for (String number : numbers) {
            result = result.replaceFirst("\\[]", number);
        }
        return result.replace("[]", "[0]");
    }
}
