package dev.renum.config.source;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a parser finds in one file. Lines and columns count from 1. */
final class FileContent {
    private static final int MAX_LENGTH = 512;
    private static final int MAX_DEPTH = 32;

    private final Origin file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Origin> groups = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    FileContent(Origin file) {
        this.file = file;
    }

    /** A position in the file. */
    record Place(int line, int column) {}

    /**
     * How the file writes a key with its value.
     *
     * @param head what stands in front of the value, from the key on
     */
    record Written(Place key, Place value, String head) {}

    /** Whether {@code key} is no longer and no deeper than any key of a configuration; otherwise notes it. */
    boolean isReasonable(String key, Place place) {
        if (key.length() <= MAX_LENGTH && depth(key) < MAX_DEPTH) {
            return true;
        }
        malformed(
                place,
                "has a key of more than " + MAX_LENGTH + " characters or " + MAX_DEPTH + " groups",
                "use a shorter key");
        return false;
    }

    private static int depth(String key) {
        int depth = 0;
        for (int i = 0; i < key.length(); i++) {
            depth += key.charAt(i) == '.' || key.charAt(i) == '[' ? 1 : 0;
        }
        return depth;
    }

    void value(String key, String value, Written written) {
        if (!isReasonable(key, written.key())) {
            return;
        }
        Entry entry = new Entry(key, value, origin(written.key()), origin(written.value()), written.head());
        Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
            String message = "is set twice in this file, first in line "
                    + first.keyOrigin().line();
            Finding finding = Finding.of(ConfigCode.DUPLICATE_KEY, key, message, "keep one of the two lines");
            problems.add(Problem.of(finding, key, entry.keyOrigin()).withExcerpt(Excerpt.ofKey(written.head())));
        }
    }

    void group(String prefix, Place place) {
        groups.putIfAbsent(prefix, origin(place));
    }

    void malformed(Place place, String message, @Nullable String cure) {
        Finding finding = Finding.of(ConfigCode.MALFORMED_FILE, file.source(), message, cure);
        problems.add(Problem.of(finding, "", origin(place)));
    }

    /** The same of the value of {@code key}, which is shown unless it is below a secret and may be a part of that. */
    void malformed(String key, Written written, String message, String cure) {
        Finding finding = Finding.of(ConfigCode.MALFORMED_FILE, file.source(), message, cure);
        Problem problem = Problem.of(finding, "", origin(written.key()));
        boolean isShown = !written.head().isEmpty() && !Masking.isSensitive(Layer.parent(key));
        problems.add(isShown ? problem.withExcerpt(Excerpt.ofKey(written.head())) : problem);
    }

    Layer layer() {
        return new Layer(file, entries, groups);
    }

    List<Problem> problems() {
        return problems;
    }

    private Origin origin(Place place) {
        return file.at(place.line(), place.column());
    }
}
