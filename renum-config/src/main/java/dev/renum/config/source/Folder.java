package dev.renum.config.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory whose links were followed once, so that all its files come from the same version of it.
 *
 * <p>Kubernetes mounts {@code name -> ..data/name} and {@code ..data -> ..<timestamp>}, and changes all files at once by replacing the link
 * {@code ..data}; following it for each file anew could mix two versions.
 */
final class Folder {
    private static final String DATA = "..data";

    private final Path path;
    private final Path target;
    private final @Nullable Path data;

    private Folder(Path path, Path target) {
        this.path = path;
        this.target = followed(target);
        Path link = this.target.resolve(DATA);
        this.data = Files.isSymbolicLink(link) ? followed(link) : null;
    }

    static Folder of(Path directory) {
        Path path = directory.toAbsolutePath();
        return new Folder(path, path);
    }

    /** The directory as people know it, absolute. */
    Path path() {
        return path;
    }

    /** The last part of its path. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** What {@code ..data} leads to; {@code null} if that is no directory. */
    @Nullable
    Path version() {
        return data != null && Files.isDirectory(data) ? data : null;
    }

    boolean isDirectory() {
        return Files.isDirectory(target);
    }

    /** The entry {@code name}, empty if there is none. */
    Optional<Resource.OfPath> find(String name) {
        Path found = data == null ? target.resolve(name) : inData(target.resolve(name), data);
        return Files.exists(found, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new Resource.OfPath(path.resolve(name), found))
                : Optional.empty();
    }

    /** The directory that is the entry {@code resource}. */
    Folder below(Resource.OfPath resource) {
        return new Folder(resource.path(), resource.target());
    }

    /** The names of the entries in alphabetical order, without those of Kubernetes' own, which begin with {@code ..}. */
    List<String> names() throws IOException {
        Set<String> names = new TreeSet<>(namesIn(target));
        if (data != null) {
            names.addAll(namesIn(data));
        }
        names.removeIf(name -> name.startsWith(".."));
        return List.copyOf(names);
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    /** The entry, or the file of this version that it leads to, or would lead to if its link were there already. */
    private static Path inData(Path entry, Path data) {
        if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            return data.resolve(entry.getFileName());
        }
        Path link = linkOf(entry);
        if (link == null || !link.startsWith(DATA) || link.getNameCount() == 1) {
            return entry;
        }
        return data.resolve(link.subpath(1, link.getNameCount()));
    }

    private static @Nullable Path linkOf(Path entry) {
        try {
            return Files.isSymbolicLink(entry) ? Files.readSymbolicLink(entry) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** What {@code path} leads to, or {@code path} itself if that leads nowhere. */
    private static Path followed(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
