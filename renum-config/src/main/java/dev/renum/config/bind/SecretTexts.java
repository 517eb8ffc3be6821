package dev.renum.config.bind;

import dev.renum.config.source.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets among the values of one load, so that messages of foreign code can be searched for them. */
final class SecretTexts {
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    void add(String key, String text) {
        texts.computeIfAbsent(key, absent -> new ArrayList<>()).add(text);
    }

    /** Those below {@code prefix}, or all if it is empty, longest first. */
    List<String> under(String prefix) {
        return texts.entrySet().stream()
                .filter(secret -> Names.isWithin(secret.getKey(), prefix))
                .flatMap(secret -> secret.getValue().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
