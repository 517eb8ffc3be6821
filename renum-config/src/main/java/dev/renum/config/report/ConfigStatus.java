package dev.renum.config.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the configuration of a running application stands.
 *
 * @param generation the number of the configuration in force; the one of the start has number 1
 * @param lastReload what became of the last reload, or {@code null} if there was none; a look at files that are as they were before is none
 * @param problems if the last reload was rejected, why, else what is doubtful about the configuration in force; unmodifiable
 * @param pending settings that have another value after a restart, in the order of the keys; unmodifiable
 */
public record ConfigStatus(
        long generation, @Nullable ReloadResult lastReload, List<Problem> problems, List<Change> pending) {
    /** Copies the lists. */
    public ConfigStatus {
        problems = List.copyOf(problems);
        pending = List.copyOf(pending);
    }

    /** Whether the sources, as they were last read, cannot be used, so that an older configuration is in force. */
    public boolean isRejected() {
        return lastReload instanceof ReloadResult.Rejected;
    }
}
