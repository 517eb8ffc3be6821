package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives keys of earlier versions the names that they have today.
 *
 * <p>Entries keep their places, so that whatever is said of them later points at the line with the former name.
 */
final class Renaming {
    private final Keys keys;
    private final List<Layer> layers;
    private final List<Problem> problems = new ArrayList<>();

    Renaming(Keys keys, List<Layer> layers) {
        this.keys = keys;
        this.layers = layers;
    }

    /** The layers as they would be with the names of today. */
    List<Layer> layers() {
        return keys.old().hasFormer() ? layers.stream().map(this::renamed).toList() : layers;
    }

    /** A warning for each former name in them, an error where the name of today is set too. */
    List<Problem> problems() {
        return problems;
    }

    private Layer renamed(Layer layer) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Origin> groups = new HashMap<>(layer.groups());
        layer.groups().forEach((group, place) -> {
            String today = today(layer, group);
            if (today != null) {
                groups.putIfAbsent(today, place);
            }
        });
        for (Entry entry : layer.entries().values()) {
            String today = today(layer, entry.key());
            if (today == null) {
                entries.put(entry.key(), entry);
            } else if (isSet(layer, today)) {
                problems.add(both(entry, today));
            } else {
                problems.add(former(entry, today));
                entries.put(today, entry.renamed(today));
            }
        }
        return new Layer(layer.origin(), entries, groups);
    }

    private @Nullable String today(Layer layer, String key) {
        if (!hasVariables(layer)) {
            return keys.contains(key) ? null : keys.old().today(key);
        }
        String variable = ProcessValues.variableName(key);
        return keys.isVariableOfToday(variable, this::isBegun)
                ? null
                : keys.old().variableToday(variable, keys.variables().names());
    }

    /** Whether a source with keys sets one whose variable begins with {@code start}. */
    private boolean isBegun(String start) {
        return layers.stream()
                .filter(layer -> !hasVariables(layer))
                .flatMap(layer -> layer.entries().keySet().stream())
                .anyMatch(key -> ProcessValues.variableName(key).startsWith(start));
    }

    /** Whether some source sets {@code today}, which is the name of a variable if all names of {@code in} are. */
    private boolean isSet(Layer in, String today) {
        String variable = ProcessValues.variableName(today);
        return layers.stream()
                .anyMatch(layer -> (hasVariables(layer) || hasVariables(in))
                        ? isVariableIn(layer, variable)
                        : layer.entries().containsKey(today));
    }

    private static boolean isVariableIn(Layer layer, String variable) {
        return layer.entries().keySet().stream()
                .anyMatch(name -> ProcessValues.variableName(name).equals(variable));
    }

    private static boolean hasVariables(Layer layer) {
        return layer.origin().kind().hasVariables();
    }

    private static Problem former(Entry entry, String today) {
        Finding finding = Finding.of(
                ConfigCode.FORMER_KEY,
                entry.key(),
                "is called " + today + " today; its value still counts",
                "rename it to " + today);
        return at(finding, entry, List.of(today));
    }

    private static Problem both(Entry entry, String today) {
        Finding finding = Finding.of(
                ConfigCode.SET_UNDER_TWO_NAMES,
                entry.key(),
                "is the former name of " + today + ", which is set too",
                "keep " + today + " only");
        return at(finding, entry, List.of());
    }

    private static Problem at(Finding finding, Entry entry, List<String> suggestions) {
        Origin origin = entry.keyOrigin();
        String key = origin.kind().hasVariables() ? "" : entry.key();
        return new Problem(finding, key, origin, null, List.of(), suggestions, Excerpt.ofKey(entry.head()));
    }
}
