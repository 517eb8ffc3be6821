package dev.renum.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directories: counting and deleting what is in them. */
final class Directories {
    private Directories() {}

    /** Everything below and including {@code directory}, parents first; links are not followed. */
    static List<Path> walk(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> childrenFirst =
                walk(directory).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path path : childrenFirst) {
            Files.deleteIfExists(path);
        }
    }
}
