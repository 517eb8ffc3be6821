package dev.renum.config.report;

import dev.renum.core.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** In words, without secrets: which generation is in force, a line for each problem and for each setting that waits. */
    @Override
    public String toString() {
        String start = "generation " + generation + " is in force"
                + (isRejected() ? ", because the sources as they are now cannot be used" : "");
        return Stream.of(Stream.of(start), problems.stream().map(ConfigStatus::line), pending.stream())
                .flatMap(lines -> lines)
                .map(line -> Lines.printable(line.toString()))
                .collect(Collectors.joining("\n  "));
    }

    private static String line(Problem problem) {
        Finding finding = problem.finding();
        return finding.code() + " " + finding.subject() + " " + finding.message() + " (" + problem.origin() + ")";
    }

    /** Whether the sources, as they were last read, cannot be used, so that an older configuration is in force. */
    public boolean isRejected() {
        return lastReload instanceof ReloadResult.Rejected;
    }
}
