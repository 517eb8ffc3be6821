package dev.renum.health.library;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the jar or directory of this machine behind the URL of a resource, in the spellings of the JDK and of Spring Boot's loader. */
final class JarUrl {
    private static final Pattern SCHEMES = Pattern.compile("^(?:jar:)?(?:(?:file|nested):)");
    /** {@code !/} of the JDK, {@code /!} where Spring Boot's {@code nested:} begins a name inside. */
    private static final Pattern INSIDE = Pattern.compile("(?:!/|/!).*");

    private JarUrl() {}

    /** The outermost archive of {@code url}, or the directory {@code resource} is in; nothing if it is elsewhere. */
    static Optional<Path> root(String url, String resource) {
        if (!SCHEMES.matcher(url).find()) {
            return Optional.empty();
        }
        String path = INSIDE.matcher(SCHEMES.matcher(url).replaceFirst("")).replaceFirst("");
        return path(path.endsWith(resource) ? path.substring(0, path.length() - resource.length()) : path);
    }

    private static Optional<Path> path(String encoded) {
        try {
            return Optional.of(Path.of(URI.create("file:" + encoded)));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return plain(encoded);
        }
    }

    /** Some loaders do not encode what is in a path. */
    private static Optional<Path> plain(String path) {
        try {
            return Optional.of(Path.of(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
