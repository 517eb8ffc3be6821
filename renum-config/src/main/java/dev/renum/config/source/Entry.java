package dev.renum.config.source;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of one source.
 *
 * @param key the key as the source writes it, groups joined by {@code .}
 * @param value the text as the source has it, before references are expanded
 * @param keyOrigin where the key begins
 * @param origin where the value begins
 * @param head what the source writes in front of the value in its line, from the key on, such as {@code port: }; empty if nothing
 */
public record Entry(String key, String value, Origin keyOrigin, Origin origin, String head) {
    /** The same entry with another key, at the same place. */
    public Entry renamed(String key) {
        return new Entry(key, value, keyOrigin, origin, head);
    }

    /** A problem with its key, for which {@code suggestions} may have been meant. */
    public Problem problem(ConfigCode code, String message, @Nullable String cure, List<String> suggestions) {
        Finding finding = Finding.of(code, key, message, cure);
        return new Problem(finding, key, keyOrigin, null, List.of(), suggestions, Excerpt.ofKey(head));
    }
}
