package dev.renum.config.source;

import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read for one environment.
 *
 * @param layers the sources with keys, weakest first
 * @param problems what was wrong with them
 * @param variables the environment variables, whose names say no key; empty if those of this process do not count
 * @param isComplete whether every source could be read to its end
 * @param ignoredEnvFile a {@code .env} file that is there and does not count in this environment, or {@code null}
 * @param files the files that were read or should have been, by their absolute paths, links not followed
 * @param directories the directories in which files were looked for, likewise
 * @param fingerprint the same for two loads only if both read the same bytes from the same files
 */
public record Sources(
        List<Layer> layers,
        List<Problem> problems,
        Map<String, String> variables,
        boolean isComplete,
        @Nullable Origin ignoredEnvFile,
        List<Path> files,
        List<Path> directories,
        String fingerprint) {
    /** Copies the lists. */
    public Sources {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
        directories = List.copyOf(directories);
    }
}
