package dev.renum.config.source;

import static java.util.Collections.unmodifiableMap;

import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read for one environment.
 *
 * @param layers the sources with keys, weakest first
 * @param problems what was wrong with them
 * @param variables the environment variables, whose names say no key; empty if those of this process do not count
 * @param isComplete whether every source could be read to its end
 * @param ignoredEnvFile a {@code .env} file that is there and does not count in this environment, or {@code null}
 * @param files the files that were read or should have been, by their absolute paths, links not followed; without those that so far only
 *     {@code ..data} has
 * @param directories the directories in which files were looked for, likewise
 * @param versions of those that Kubernetes replaces as a whole, what {@code ..data} led to
 * @param fingerprint the same for two loads only if both read the same bytes from the same files, and had the same problems
 */
public record Sources(
        List<Layer> layers,
        List<Problem> problems,
        Map<String, String> variables,
        boolean isComplete,
        @Nullable Origin ignoredEnvFile,
        List<Path> files,
        List<Path> directories,
        Map<Path, Path> versions,
        String fingerprint) {
    /** Copies the collections. */
    public Sources {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
        variables = unmodifiableMap(new TreeMap<>(variables));
        files = List.copyOf(files);
        directories = List.copyOf(directories);
        versions = Map.copyOf(versions);
    }

    /** The same with further problems, which leave open what keys there would be without them. */
    public Sources lacking(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Sources(layers, all, variables, false, ignoredEnvFile, files, directories, versions, fingerprint);
    }
}
