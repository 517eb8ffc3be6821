package dev.renum.config.source;

import dev.renum.config.report.Origin;

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
}
