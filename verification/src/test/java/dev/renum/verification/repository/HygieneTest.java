package dev.renum.verification.repository;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HygieneTest {
    private static final Repository REPOSITORY = Repository.current();

    /** Directories of one person's or one machine's. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}/-])/(?:root|work|home/\\w+|Users/\\w+|tmp/wt)/\\w");

    private static final Pattern HOST = Pattern.compile("https?://([\\w.-]+)");

    /** The hosts that a build file may name: schemas, licences, examples; whoever builds chooses the rest. */
    private static final Set<String> KNOWN_HOSTS =
            Set.of("example.org", "maven.apache.org", "www.apache.org", "www.w3.org");

    @Test
    void everyReadmeIsReadInOneSitting() {
        assertThat(REPOSITORY.writtenFiles().stream()
                        .filter(file -> file.endsWith("README.md"))
                        .filter(file -> text(file).lines().count() > 150))
                .isEmpty();
    }

    @Test
    void noFileNamesADirectoryOfOneMachine() {
        assertThat(REPOSITORY.writtenFiles().stream()
                        .filter(file -> MACHINE_PATH.matcher(text(file)).find()))
                .isEmpty();
    }

    @Test
    void buildFilesNameNoRegistry() {
        List<String> hosts = REPOSITORY.writtenFiles().stream()
                .filter(HygieneTest::isBuildFile)
                .flatMap(file -> HOST.matcher(text(file)).results())
                .map(result -> result.group(1))
                .filter(host -> !KNOWN_HOSTS.contains(host))
                .toList();

        assertThat(hosts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/Users"})
    void recognizesADirectoryOfOneMachine(String parent) {
        assertThat(MACHINE_PATH.matcher("see " + parent + "/somebody/file").find())
                .isTrue();
        assertThat(MACHINE_PATH
                        .matcher("see https://example.org" + parent + "/somebody/file")
                        .find())
                .isFalse();
    }

    @Test
    void looksAtSourcesAndNotAtOutput() {
        Stream<String> files = REPOSITORY.writtenFiles().stream().map(Path::toString);

        assertThat(files).contains("pom.xml", ".mvn/jvm.config").noneMatch(file -> file.contains("target/"));
    }

    private static boolean isBuildFile(Path file) {
        return file.toString().endsWith(".xml")
                || Stream.of(".mvn", ".ci", ".github").anyMatch(file::startsWith);
    }

    private static String text(Path file) {
        try {
            return Files.readString(REPOSITORY.root().resolve(file), ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
