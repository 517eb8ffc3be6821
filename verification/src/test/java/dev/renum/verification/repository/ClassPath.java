package dev.renum.verification.repository;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The class path of the tests. */
public final class ClassPath {
    /** What is there for checks and tests and not for hosts. */
    private static final Pattern TOOLS = Pattern.compile(
            "(apiguardian|archunit|assertj|byte-buddy|commons|embedded|junit|opentest4j|postgresql|renum-example|renum-testkit|xz)-.*");

    private ClassPath() {}

    /** What a host has that uses all modules and every optional library. */
    public static List<Path> ofHosts() {
        Path verification = Repository.current().root().resolve("verification");
        return entries()
                .filter(entry -> !TOOLS.matcher(fileName(entry)).matches())
                .filter(entry -> !entry.endsWith("renum-testkit/target/classes"))
                .filter(entry -> !entry.endsWith("examples/backend/target/classes"))
                .filter(entry -> !entry.startsWith(verification))
                .toList();
    }

    /**
     * The jar of a library.
     *
     * @throws AssertionError if it is missing, since nothing could be said about who names it
     */
    public static Path jar(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-\\d.*\\.jar");
        return entries()
                .filter(entry -> name.matcher(fileName(entry)).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("verification/pom.xml must name the optional " + artifact));
    }

    /** All packages of the jar of a library. */
    public static Set<String> packages(String artifact) {
        try (JarFile file = new JarFile(jar(artifact).toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.endsWith(".class") && entry.contains("/"))
                    .map(entry -> entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> entries() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(Files::exists);
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }
}
