package dev.renum.config.bind;

import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guesses what the unknown names of one load were meant as, as long as there are few of them. */
final class Guesses {
    private static final Pattern NUMBER_IN_VARIABLE = Pattern.compile("_" + Names.NUMBER + "(?=_|$)");

    /** After so many unknown names it is not a misspelling any more, and to look for what each was meant as would take long. */
    private static final int MAX_NAMES = 500;

    private final Keys keys;
    private int names;

    /** Guesses that some of {@code keys} were meant. */
    Guesses(Keys keys) {
        this.keys = keys;
    }

    /** The keys that {@code typed}, which is none, may have been meant as. */
    List<String> keys(String typed) {
        return of(typed, () -> allKeys(typed));
    }

    /** The groups and lists that {@code typed} may have been meant as. */
    List<String> holders(String typed) {
        return of(typed, () -> allHolders(typed));
    }

    /** The variables that {@code typed}, written as usual, may have been meant as. */
    List<String> variables(String typed) {
        return of(typed, () -> allVariables(typed));
    }

    /** Those of {@code candidates} that {@code name}, which is none of them, may have been meant as; none after too many names. */
    List<String> of(String name, Supplier<List<String>> candidates) {
        return ++names > MAX_NAMES ? List.of() : Suggestions.of(name, others(name, candidates.get()));
    }

    /** Candidates with the name of an entry are made up from {@code name}, and may come out as itself. */
    private static List<String> others(String name, List<String> candidates) {
        return candidates.stream().filter(it -> !it.equals(name)).toList();
    }

    /** Every key, with the numbers and the names of entries that {@code typed} has. */
    private List<String> allKeys(String typed) {
        List<String> numbers = numbers(typed);
        List<String> candidates = new ArrayList<>();
        keys.declared().stream().map(key -> withNumbers(key, numbers)).forEach(candidates::add);
        keys.maps().forEach((map, content) -> {
            if (Names.isBelow(typed, map)) {
                inMap(map, content, typed.substring(map.length() + 1).split("\\.", 2)[0])
                        .forEach(candidates::add);
            }
        });
        return candidates;
    }

    /** The keys of all groups and lists, with the numbers that {@code typed} has. */
    private List<String> allHolders(String typed) {
        List<String> numbers = numbers(typed);
        return keys.shapes().holders().stream()
                .filter(key -> !key.endsWith("]"))
                .map(key -> withNumbers(key, numbers))
                .toList();
    }

    /** What may be set below {@code holder}, with {@code name} for the names of entries. */
    List<String> below(String holder) {
        Stream<String> inMaps = keys.maps().entrySet().stream()
                .flatMap(map -> inMap(map.getKey(), map.getValue(), entryIn(map.getKey(), holder)));
        String plain = Names.withoutNumbers(holder);
        return Stream.concat(keys.declared().stream(), inMaps)
                .filter(key -> Names.isIn(key, plain))
                .map(key -> holder + key.substring(plain.length()).replace("[]", "[0]"))
                .toList();
    }

    /** The name of the entry of {@code map} that {@code key} is in. */
    private static String entryIn(String map, String key) {
        return Names.isBelow(key, map) ? key.substring(map.length() + 1).split("[.\\[]", 2)[0] : "name";
    }

    private static Stream<String> inMap(String map, Keys content, String entry) {
        return content.declared().stream().map(key -> map + "." + entry + key.substring(Names.ANY.length()));
    }

    private static List<String> numbers(String key) {
        return Names.INDEX.matcher(key).results().map(MatchResult::group).toList();
    }

    private static String withNumbers(String key, List<String> numbers) {
        String result = key;
        for (String number : numbers) {
            result = result.replaceFirst("\\[]", Matcher.quoteReplacement(number));
        }
        return result.replace("[]", "[0]");
    }

    /** Every variable, with the numbers and the names of entries that {@code typed}, written as usual, seems to have. */
    private List<String> allVariables(String typed) {
        List<String> candidates = new ArrayList<>(keys.variables().ofNamed());
        candidates.add(ProcessValues.variableName(ProcessValues.ENVIRONMENT));
        variablesOfElements(typed).forEach(candidates::add);
        variablesOfEntries(typed).forEach(candidates::add);
        return candidates;
    }

    private Stream<String> variablesOfElements(String typed) {
        List<String> numbers = NUMBER_IN_VARIABLE
                .matcher(typed)
                .results()
                .map(number -> "[" + number.group(1) + "]")
                .toList();
        return keys.declared().stream()
                .filter(key -> key.contains("[]"))
                .map(key -> ProcessValues.variableName(withNumbers(key, numbers)));
    }

    /** The name of the entry is taken for all before what has as many words as the key in it. */
    private Stream<String> variablesOfEntries(String typed) {
        return keys.maps().entrySet().stream()
                .filter(map -> typed.startsWith(ProcessValues.variableName(map.getKey()) + "_"))
                .map(Map.Entry::getValue)
                .flatMap(content -> content.declared().stream())
                .map(key -> ProcessValues.variableName(key.substring(Names.ANY.length())))
                .map(end -> withoutLastWords(typed, end) + end);
    }

    /** What stands in {@code name} before as many words as {@code end} has. */
    private static String withoutLastWords(String name, String end) {
        int at = name.length();
        for (int words = end.length() - end.replace("_", "").length(); words > 0 && at > 0; words--) {
            at = name.lastIndexOf('_', at - 1);
        }
        return name.substring(0, Math.max(0, at));
    }
}
