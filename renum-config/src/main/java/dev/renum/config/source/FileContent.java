package dev.renum.config.source;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a parser finds in one file. Lines and columns count from 1. */
final class FileContent {
    private final Origin file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Origin> groups = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    FileContent(Origin file) {
        this.file = file;
    }

    /** A position in the file. */
    record Place(int line, int column) {}

    void value(String key, String value, Place keyPlace, Place valuePlace) {
        Entry entry = new Entry(key, value, origin(keyPlace), origin(valuePlace));
        Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
            String message = "is set twice in this file, first in line "
                    + first.keyOrigin().line();
            problem(ConfigCode.DUPLICATE_KEY, key, keyPlace, message, "keep one of the two lines");
        }
    }

    void group(String prefix, Place place) {
        groups.putIfAbsent(prefix, origin(place));
    }

    void malformed(Place place, String message, @Nullable String cure) {
        problem(ConfigCode.MALFORMED_FILE, "", place, message, cure);
    }

    Layer layer() {
        return new Layer(file, entries, groups);
    }

    List<Problem> problems() {
        return problems;
    }

    private void problem(ConfigCode code, String key, Place place, String message, @Nullable String cure) {
        String subject = key.isEmpty() ? file.source() : key;
        problems.add(Problem.of(Finding.of(code, subject, message, cure), key, origin(place)));
    }

    private Origin origin(Place place) {
        return file.at(place.line(), place.column());
    }
}
