package dev.renum.config.bind;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.renum.config.report.Explanation;
import dev.renum.config.report.Explanation.Pending;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Explains settings and groups of them, set or not.
 *
 * @param reasons why they have the values that they have
 * @param settings those that have a usable value, by key
 * @param pending what waits for a restart, by key
 */
record Explanations(Reasons reasons, Map<String, BoundSetting> settings, Map<String, Pending> pending) {
    private static final Pattern NUMBER = Pattern.compile("\\." + Names.NUMBER + "(?=\\.|$)");

    /**
     * Explains {@code key}; {@code servers.0} is taken for {@code servers[0]}, unless it is another setting.
     *
     * @throws IllegalArgumentException if there is no such setting or group
     */
    Explanation of(String key) {
        return find(key).or(() -> find(NUMBER.matcher(key).replaceAll("[$1]"))).orElseThrow(() -> unknown(key));
    }

    private Optional<Explanation> find(String key) {
        return reasons.catalog()
                .find(key)
                .map(declared -> setting(key, declared))
                .or(() -> group(key));
    }

    /** A list of values waits as a whole: its elements, as they are in the sources, are not in force. */
    private Explanation setting(String key, Declared declared) {
        String list = key.endsWith("]") ? Layer.parent(key) : key;
        String whole = pending.containsKey(list) ? list : key;
        List<Explanation> elements = pending.containsKey(whole)
                ? List.of()
                : reasons.resolver().sources().elements(whole).stream()
                        .map(element -> explain(element, declared, List.of()))
                        .toList();
        return explain(whole, declared, elements);
    }

    private Explanation explain(String key, Declared declared, List<Explanation> elements) {
        return new Explainer(reasons, key, declared, elements, pending.get(key)).explain(settings.get(key));
    }

    private Optional<Explanation> group(String key) {
        Map<Declared, List<String>> written = written(key);
        Map<String, List<Explanation>> byElement = new LinkedHashMap<>();
        for (Declared declared : reasons.catalog().withValue()) {
            keys(declared, key, written.getOrDefault(declared, List.of()))
                    .forEach(it -> byElement
                            .computeIfAbsent(declared.elementOf(it), element -> new ArrayList<>())
                            .add(explain(it, declared, List.of())));
        }
        List<Explanation> parts =
                byElement.values().stream().flatMap(List::stream).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.ofGroup(key, reasons.catalog().describeHolder(key), parts));
    }

    /** The keys in {@code group} that have a value, or an unusable one, or wait; those of elements of a list of values are that of the list. */
    private Map<Declared, List<String>> written(String group) {
        Stream<String> ofLayers = reasons.resolver().sources().layers().stream()
                .flatMap(layer -> layer.entries().keySet().stream())
                .map(key -> key.endsWith("]") ? Layer.parent(key) : key);
        return Stream.of(settings.keySet().stream(), pending.keySet().stream(), ofLayers)
                .flatMap(keys -> keys)
                .filter(key -> Names.isIn(key, group))
                .distinct()
                .flatMap(key -> reasons.catalog().find(key).map(declared -> Map.entry(declared, key)).stream())
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The keys of {@code declared} in {@code group}; if there are none, that which stands for them. */
    private static Stream<String> keys(Declared declared, String group, List<String> written) {
        boolean isPossible = written.isEmpty() && Names.isIn(declared.key(), Names.withoutNumbers(group));
        return isPossible ? Stream.of(declared.key()) : written.stream();
    }

    private IllegalArgumentException unknown(String key) {
        List<String> instead = reasons.catalog().instead(key);
        String meant = instead.isEmpty() ? "" : "; ask for " + String.join(" or ", instead);
        return new IllegalArgumentException("'" + key + "' is not a setting" + meant);
    }
}
