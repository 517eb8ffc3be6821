package dev.renum.config.source;

import dev.renum.config.report.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file, wherever it lies. */
interface Resource {
    /** Its bytes, from the first. */
    InputStream open() throws IOException;

    /** Its absolute path or URL. */
    String location();

    /** It as a source that people call {@code name}. */
    default Origin origin(String name, Origin.Kind kind, int ordinal) {
        return new Origin(name, kind, location(), 0, 0, ordinal);
    }

    /** Its absolute path, {@code null} if it is not in a directory that could be watched. */
    @Nullable
    Path path();

    /** Opening a pipe would wait for somebody who writes, and a directory of a class path reads as a list of its files. */
    private static void requireFile(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is not a file");
        }
    }

    /** A resource of the class path. */
    record OfUrl(URL url) implements Resource {
        /** Past the cache of connections, which would keep a jar open and its old content alive. */
        @Override
        public InputStream open() throws IOException {
            Path path = path();
            if (path != null) {
                requireFile(path);
            }
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        }

        @Override
        public String location() {
            Path path = path();
            return path == null ? url.toString() : path.toString();
        }

        @Override
        public @Nullable Path path() {
            try {
                URI uri = url.toURI();
                return "file".equals(uri.getScheme()) ? Path.of(uri) : null;
            } catch (URISyntaxException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    /**
     * A file of a directory.
     *
     * @param path the file as people know it
     * @param target the same file behind the links that were followed for this load
     */
    record OfPath(Path path, Path target) implements Resource {
        @Override
        public InputStream open() throws IOException {
            requireFile(target);
            return Files.newInputStream(target);
        }

        @Override
        public String location() {
            return path.toString();
        }
    }
}
