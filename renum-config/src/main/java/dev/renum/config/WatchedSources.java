package dev.renum.config;

import dev.renum.config.reload.Watched;
import dev.renum.config.source.Places;
import dev.renum.config.source.Sources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The external and the secrets directory, with all files that were read last; those of the class path only if they are files at all.
 *
 * <p>The working directory is not among them, although a file {@code .env} may appear there: too much else does.
 */
final class WatchedSources implements Watched<Content> {
    private final List<Path> directories;
    private final Reloading reloading;
    private Content last;

    WatchedSources(Places places, Reloading reloading) {
        this.directories = Stream.of(places.directory(), places.secretsDirectory())
                .filter(Objects::nonNull)
                .map(Path::toAbsolutePath)
                .toList();
        this.reloading = reloading;
        this.last = reloading.generations().current().content();
    }

    @Override
    public Collection<Path> paths() {
        Sources sources = last.sources();
        List<Path> paths = new ArrayList<>(directories);
        paths.addAll(sources.files());
        sources.directories().stream()
                .filter(directory -> directories.stream().anyMatch(directory::startsWith))
                .forEach(paths::add);
        return paths;
    }

    @Override
    public Content read() {
        last = reloading.read();
        return last;
    }

    @Override
    public boolean isNews(Content content) {
        return reloading.generations().isNews(content);
    }

    @Override
    public Duration pollInterval() {
        return reloading.generations().settings().pollInterval();
    }

    @Override
    public void reload(Content seen) {
        reloading.reload(seen);
    }
}
