package dev.renum.verification.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One published module in the layout of Maven.
 *
 * @param name its artifact id, such as {@code renum-core}
 * @param directory where its pom lies
 */
public record Module(String name, Path directory) {
    /** The package that it owns with all below, which is its JPMS name too: {@code dev.renum.core}. */
    public String packageName() {
        return "dev." + name.replace('-', '.');
    }

    /** Its pom. */
    public Pom pom() {
        return Pom.read(directory.resolve("pom.xml"));
    }

    /** Where its compiled classes lie. */
    public Path classes() {
        return directory.resolve("target/classes");
    }

    /** Where its compiled tests lie; need not exist. */
    public Path testClasses() {
        return directory.resolve("target/test-classes");
    }

    /** The Java files of its main source set, sorted. */
    public List<Path> mainSources() {
        return javaFiles(directory.resolve("src/main/java"));
    }

    /** The Java files of its tests, sorted. */
    public List<Path> testSources() {
        return javaFiles(directory.resolve("src/test/java"));
    }

    private static List<Path> javaFiles(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
