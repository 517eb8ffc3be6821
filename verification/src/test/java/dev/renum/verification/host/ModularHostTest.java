package dev.renum.verification.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.verification.repository.ClassPath;
import dev.renum.verification.repository.Dependency;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Repository;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModularHostTest {
    private static final Repository REPOSITORY = Repository.current();
    private static final String HOST = "dev.renum.verification.host";

    @TempDir
    private Path directory;

    @Test
    void startsWithTheOptionalLibraries() throws Exception {
        List<Path> libraries = ClassPath.ofHosts();

        assertThat(run(compile(libraries), libraries))
                .containsPattern("library +org.hdrhistogram:HdrHistogram +\\S+ +present")
                .endsWith("host modular of " + HOST + " answers 200");
    }

    @Test
    void startsWithoutTheOptionalLibraries() throws Exception {
        Set<Path> optional = optionalLibraries();
        List<Path> withoutThem = ClassPath.ofHosts().stream()
                .filter(path -> !optional.contains(path))
                .toList();

        assertThat(optional).isNotEmpty();
        assertThat(run(compile(withoutThem), withoutThem))
                .containsPattern("library +org.hdrhistogram:HdrHistogram +\\S+ +present")
                .doesNotContain("RNM-HLT-100")
                .endsWith("host modular of " + HOST + " answers 200");
    }

    @Test
    void saysHowToOpenASectionThatIsClosed() throws Exception {
        List<Path> libraries = ClassPath.ofHosts();

        assertThat(run(compile(libraries), libraries, "ClosedHost"))
                .contains("RNM-CFG-019", "closed", "opens " + HOST + ".closed to dev.renum.config;")
                .doesNotContain("Exception");
    }

    private static Set<Path> optionalLibraries() {
        return REPOSITORY.publishedModules().stream()
                .map(Module::pom)
                .flatMap(pom -> pom.dependencies().stream())
                .filter(Dependency::isOptional)
                .map(dependency -> ClassPath.jar(dependency.artifact()))
                .collect(Collectors.toSet());
    }

    private Path compile(List<Path> modulePath) throws IOException {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        Path sources = REPOSITORY.root().resolve("verification/src/modular-host/java");
        try (Stream<Path> files = Files.walk(sources)) {
            Stream<String> options = Stream.of(
                    "-Xlint:all,-requires-automatic",
                    "-Werror",
                    "-cp",
                    "",
                    "-d",
                    directory.toString(),
                    "-p",
                    join(modulePath));
            String[] arguments = Stream.concat(
                            options, files.map(Path::toString).filter(file -> file.endsWith(".java")))
                    .toArray(String[]::new);

            int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);

            assertThat(status).as(messages.toString()).isZero();
        }
        return directory;
    }

    private String run(Path host, List<Path> libraries) throws IOException, InterruptedException {
        return run(host, libraries, "Host");
    }

    private String run(Path host, List<Path> libraries, String main) throws IOException, InterruptedException {
        Path log = Files.createTempFile(directory, "host", ".log");
        String modulePath =
                join(Stream.concat(Stream.of(host), libraries.stream()).toList());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath,
                        "-m",
                        HOST + "/" + HOST + "." + main)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean hasEnded = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(log).strip();
        assertThat(hasEnded && process.exitValue() == 0).as(output).isTrue();
        return output;
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
