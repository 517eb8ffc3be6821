package dev.renum.config.source;

import static java.util.stream.Collectors.joining;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds files of the configuration in force that are gone: they may come back, and what they set must not be lost until then.
 *
 * <p>One of a directory that Kubernetes has replaced is not missed, because a new version says as a whole what there is.
 */
public final class VanishedFiles {
    private final @Nullable Path directory;
    private final @Nullable Path secrets;

    /** Finds those of {@code places}. */
    public VanishedFiles(Places places) {
        this.directory = absolute(places.directory());
        this.secrets = absolute(places.secretsDirectory());
    }

    /** What is read {@code now}, with a problem for each file of {@code before} that is gone; unless its directory is a problem already. */
    public Sources noted(Sources before, Sources now) {
        List<Problem> gone = before.files().stream()
                .filter(file -> !now.files().contains(file))
                .filter(file -> !isReplaced(file, before, now) && !isExplained(file, now))
                .map(this::gone)
                .toList();
        return gone.isEmpty() ? now : now.lacking(gone);
    }

    private static boolean isReplaced(Path file, Sources before, Sources now) {
        return before.versions().entrySet().stream()
                .filter(version -> file.startsWith(version.getKey()))
                .anyMatch(version ->
                        !version.getValue().equals(now.versions().getOrDefault(version.getKey(), version.getValue())));
    }

    private boolean isExplained(Path file, Sources now) {
        return now.problems().stream()
                .map(problem -> problem.origin().location())
                .anyMatch(location -> isAbove(directory, file, location) || isAbove(secrets, file, location));
    }

    private static boolean isAbove(@Nullable Path top, Path file, @Nullable String location) {
        return top != null && file.startsWith(top) && top.toString().equals(location);
    }

    private Problem gone(Path file) {
        if (secrets != null && file.startsWith(secrets)) {
            return gone(file, Origin.Kind.SECRET_FILE, key(secrets.relativize(file)));
        }
        boolean isExternal = directory != null && file.startsWith(directory);
        return gone(file, isExternal ? Origin.Kind.DIRECTORY : Origin.Kind.CLASS_PATH, "");
    }

    private static Problem gone(Path file, Origin.Kind kind, String key) {
        Origin origin = new Origin(String.valueOf(file.getFileName()), kind, file.toString(), 0, 0, 0);
        Finding finding = Finding.of(
                ConfigCode.FILE_VANISHED,
                origin.source(),
                "was read before and is gone",
                "restore it, or restart the application without it");
        return Problem.of(finding, key, origin);
    }

    private static String key(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(joining("."));
    }

    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath();
    }
}
