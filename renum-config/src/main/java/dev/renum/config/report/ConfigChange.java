package dev.renum.config.report;

import java.util.List;

/**
 * What one reload changed.
 *
 * @param generation the number of the configuration that it put in force; the one of the start has number 1
 * @param changes every setting whose value differs from what the sources said before, in the order of the keys; unmodifiable
 */
public record ConfigChange(long generation, List<Change> changes) {
    /** Copies the changes. */
    public ConfigChange {
        changes = List.copyOf(changes);
    }
}
