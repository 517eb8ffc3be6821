package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link ForgetfulHost} in a JVM of its own, with an empty cache of programs, and not as root. */
final class ForgottenServersTest {
    @TempDir
    private Path directory;

    @Test
    void workForAUserWithoutPrivilegesAndEndWithTheJvm() throws Exception {
        makeAccessible(directory, "rwxrwxrwx");
        List<String> setpriv = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        List<String> prefix = canRun(setpriv) ? setpriv : List.of();

        List<ProcessHandle> survivors = startAndForget(prefix);

        assertThat(survivors).isEmpty();
        assertThat(leftovers()).singleElement().asString().startsWith("renum-testkit-");
    }

    /** Those servers that survive. */
    private List<ProcessHandle> startAndForget(List<String> prefix) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectory(temporary()),
                "-Drenum.test.servers=required",
                "-cp",
                accessibleClassPath(),
                ForgetfulHost.class.getName()));
        makeAccessible(temporary(), "rwxrwxrwx");
        Process host = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(host.waitFor()).as(output).isZero();
        return Stream.of(output.split(" ", -1))
                .map(Long::valueOf)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    private Path temporary() {
        return directory.resolve("tmp");
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(temporary())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("hsperfdata"))
                    .toList();
        }
    }

    /** A copy of the class path, which may lie in somebody's home. */
    private String accessibleClassPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path copy = directory.resolve("entry" + entries.size());
            copy(Path.of(entry), copy);
            entries.add(copy.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path source, Path target) throws IOException {
        for (Path path : Directories.walk(source)) {
            Path copy = target.resolve(source.relativize(path).toString());
            Files.copy(path, copy);
            makeAccessible(copy, "rwxr-xr-x");
        }
    }

    private static void makeAccessible(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static boolean canRun(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException withoutThatProgram) {
            return false;
        }
    }
}
