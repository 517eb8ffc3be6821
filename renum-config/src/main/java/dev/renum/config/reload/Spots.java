package dev.renum.config.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names, and the directories that hold them, of which one must change before some paths lead to other content.
 *
 * <p>A path is followed as the system does it, link by link: of {@code config/app.yaml} → {@code ..data/app.yaml}, {@code ..data} →
 * {@code ..2024_05_01} these are {@code app.yaml} and {@code ..data} in {@code config}, and {@code app.yaml} in {@code ..2024_05_01}. Of a directory
 * every name in it counts. What does not exist counts by the name by which it would appear.
 */
final class Spots {
    private static final int MAX_LINKS = 40;

    private final Set<Spot> spots = new LinkedHashSet<>();

    private Spots() {}

    /** One name in a directory; {@code null} stands for any. */
    private record Spot(Path directory, @Nullable Path name) {}

    static Spots of(Collection<Path> paths) {
        Spots spots = new Spots();
        for (Path path : paths) {
            spots.follow(path.toAbsolutePath());
        }
        return spots;
    }

    Set<Path> directories() {
        return spots.stream().map(Spot::directory).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it matters what happens to {@code name} in {@code directory}. */
    boolean contains(Path directory, Path name) {
        return spots.contains(new Spot(directory, name)) || spots.contains(new Spot(directory, null));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spots that && spots.equals(that.spots);
    }

    @Override
    public int hashCode() {
        return spots.hashCode();
    }

    /** Walks from the root; where it stands is never a link, so that a parent is the real one. */
    private void follow(Path path) {
        Path at = path.getRoot();
        Deque<Path> rest = new ArrayDeque<>(names(path));
        int links = 0;
        while (!rest.isEmpty()) {
            Path name = rest.pop();
            Path next = at.resolve(name).normalize();
            Path target = target(next);
            if (target != null && links++ < MAX_LINKS) {
                spots.add(new Spot(at, name));
                at = target.isAbsolute() ? target.getRoot() : at;
                push(names(target), rest);
            } else if (target != null || !Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                spots.add(new Spot(at, name));
                return;
            } else {
                at = next;
            }
        }
        end(at);
    }

    private void end(Path at) {
        Path parent = at.getParent();
        if (parent != null) {
            spots.add(new Spot(parent, at.getFileName()));
        }
        if (Files.isDirectory(at)) {
            spots.add(new Spot(at, null));
        }
    }

    private static @Nullable Path target(Path path) {
        try {
            return Files.isSymbolicLink(path) ? Files.readSymbolicLink(path) : null;
        } catch (IOException e) {
            return null; // it was replaced a moment ago, which is a change of its own
        }
    }

    private static List<Path> names(Path path) {
        List<Path> names = new ArrayList<>();
        path.forEach(names::add);
        return names;
    }

    private static void push(List<Path> names, Deque<Path> rest) {
        for (int i = names.size() - 1; i >= 0; i--) {
            rest.push(names.get(i));
        }
    }
}
