package dev.renum.health.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks into a directory of the class path: only at what describes it, since its classes are the host's own, and may be very many. */
final class Directories {
    private static final String MAVEN = "META-INF/maven";

    private Directories() {}

    static void visit(Path root, Entry.Visitor visitor) throws IOException {
        for (String name : List.of("META-INF/MANIFEST.MF", RequirementsText.ENTRY)) {
            visit(root, root.resolve(name), visitor);
        }
        for (Path pom : poms(root.resolve(MAVEN))) {
            visit(root, pom, visitor);
        }
    }

    private static void visit(Path root, Path file, Entry.Visitor visitor) throws IOException {
        if (Files.isRegularFile(file)) {
            visitor.visit(new FileEntry(root, file));
        }
    }

    private static List<Path> poms(Path maven) throws IOException {
        if (!Files.isDirectory(maven)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                maven, 3, (path, attributes) -> attributes.isRegularFile() && path.endsWith("pom.properties"))) {
            return files.limit(1_000).sorted().toList();
        }
    }

    private record FileEntry(Path root, Path file) implements Entry {
        @Override
        public String name() {
            return root.relativize(file).toString().replace('\\', '/');
        }

        @Override
        public byte[] read(int limit) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Archives.atMost(limit, in);
            }
        }

        @Override
        public long crc() {
            return -1;
        }
    }
}
