package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names that the variables of some keys can have, written as usual. Immutable.
 *
 * <p>The key of an element has {@code []}, whatever its number, and a key in an entry of a map begins with {@code *}, which stands for the name of the entry.
 */
final class VariableNames {
    private static final Pattern ELEMENT = Pattern.compile("\\[]");
    private static final String ENTRY = "_.+?";
    private static final String NONE = "(?!)";

    private final Set<String> plain;
    private final String varying;
    private final Pattern pattern;

    /** The names for the keys in {@code declared}, and for those in the entries of {@code maps}. */
    VariableNames(Collection<String> declared, Map<String, VariableNames> maps) {
        this(plain(declared), declared, maps);
    }

    /** The same where {@code plain}, the names for those in {@code declared} that are not in lists, are known. */
    VariableNames(Set<String> plain, Collection<String> declared, Map<String, VariableNames> maps) {
        this.plain = plain;
        Stream<String> elements =
                declared.stream().filter(key -> key.contains("[]")).map(VariableNames::expression);
        Stream<String> entries = maps.entrySet().stream().map(map -> entries(map.getKey(), map.getValue()));
        this.varying = Stream.of(elements, entries, Stream.of(NONE))
                .flatMap(Function.identity())
                .collect(joining("|"));
        this.pattern = Pattern.compile(varying);
    }

    /**
     * An element that a variable sets, or something in it.
     *
     * @param list the variable of the whole list
     */
    record Element(String list, int number) {
        /** The variable of the element before. */
        String before() {
            return list + "_" + (number - 1) + "_";
        }
    }

    private static Set<String> plain(Collection<String> declared) {
        return declared.stream()
                .filter(key -> !key.contains("[]"))
                .map(VariableNames::expression)
                .collect(toSet());
    }

    private static String entries(String map, VariableNames content) {
        String ends = Stream.concat(content.plain.stream(), Stream.of(content.varying))
                .collect(joining("|"));
        return expression(map) + ENTRY + "(?:" + ends + ")";
    }

    /** The name for {@code key}; numbers of elements stand in it as what matches them. */
    static String expression(String key) {
        String name = key.startsWith("*") ? key.substring(1) : key;
        return name.contains("[]")
                ? Arrays.stream(ELEMENT.split(name, -1))
                        .map(ProcessValues::variableName)
                        .collect(joining(Names.INDEX_IN_VARIABLE))
                : ProcessValues.variableName(name);
    }

    /** Whether {@code name} is one of them. */
    boolean contains(String name) {
        return plain.contains(name) || pattern.matcher(name).matches();
    }

    /** The elements in {@code name}, from the outermost list. */
    List<Element> elements(String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .filter(group -> matcher.start(group) > 0)
                        .mapToObj(group -> element(name, matcher, group))
                        .toList()
                : List.of();
    }

    private static Element element(String name, Matcher matcher, int number) {
        return new Element(name.substring(0, matcher.start(number) - 1), Integer.parseInt(matcher.group(number)));
    }
}
