package dev.renum.verification.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The working copy that is being built.
 *
 * @param root where the parent pom lies
 */
public record Repository(Path root) {
    private static final Set<String> GENERATED = Set.of(
            ".flattened-pom.xml", ".git", ".idea", ".settings", ".vscode", ".classpath", ".project", "data", "target");

    /**
     * The repository around the working directory.
     *
     * @throws IllegalStateException if the working directory is not inside one
     */
    public static Repository current() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("renum-bom/pom.xml")))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new IllegalStateException(start + " is not inside Renum's repository"));
    }

    /** The modules that are published as jars, in the order of the build; those without a source yet are left out. */
    public List<Module> publishedModules() {
        return Pom.read(root.resolve("pom.xml")).modules().stream()
                .filter(name -> name.startsWith("renum-") && !name.equals("renum-bom"))
                .map(name -> new Module(name, root.resolve(name)))
                .filter(module -> !module.mainSources().isEmpty())
                .toList();
    }

    /** All files that people write, sorted, relative to {@link #root()}: no build output, no data of tools. */
    public List<Path> writtenFiles() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isGenerated(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isGenerated(file)) {
                        files.add(root.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    private static boolean isGenerated(Path path) {
        return GENERATED.contains(String.valueOf(path.getFileName()));
    }
}
