package dev.renum.verification.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.renum.config.ConfigLayer;
import dev.renum.config.ConfigTool;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SettingsReferenceTest {
    private static final Repository REPOSITORY = Repository.current();
    private static final Path GUIDE = REPOSITORY.root().resolve("docs/guides/configuration.md");

    private static final Pattern KEY = Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE);

    /** Writes the guide if it is asked to, and then compares with what it wrote. */
    @Test
    void theGuideListsEverySettingAsItIsDeclared() throws IOException {
        String reference = reference();
        if (Boolean.getBoolean("renum.reference.write")) {
            Files.writeString(GUIDE, reference);
        }

        assertThat(GUIDE)
                .as("write it anew by: mvn -pl verification -am -Dtest=SettingsReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Drenum.reference.write=true test")
                .hasContent(reference);
    }

    @Test
    void theReferenceIsTheSameTwice() {
        assertThat(reference())
                .isEqualTo(reference())
                .contains("## backend\n", "## renum.health\n", "## renum.config\n");
    }

    /** The suggestions are measured with the keys of this list; what it lacks, nobody has measured. */
    @Test
    void theListForTheFiguresOfSuggestionsHasTheDeclaredKeys() throws IOException {
        String list = Files.readString(
                REPOSITORY.root().resolve("renum-config/src/test/resources/dev/renum/config/bind/keys.txt"));

        List<String> declared =
                list.lines().takeWhile(line -> !line.isBlank()).skip(1).toList();

        assertThat(declared)
                .as("first part of keys.txt; renum.environment is no setting of a record")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("renum.environment"), keys()).toList());
    }

    /** The configuration knows what other modules have by a list of its own. */
    @Test
    void theSettingsOfExactlyTheModulesThatHaveSomeAreMissedWhereNobodyReadsThem() {
        Map<String, String> values = REPOSITORY.publishedModules().stream()
                .map(module -> "renum." + module.name().replaceFirst("^renum-", "") + ".x")
                .filter(key -> !key.equals("renum.config.x"))
                .collect(Collectors.toMap(Function.identity(), key -> "1"));
        Set<String> withSettings = keys().filter(key -> key.startsWith("renum."))
                .map(key -> key.replaceFirst("^(renum[.]\\w+)[.].*", "$1.x"))
                .filter(values::containsKey)
                .collect(Collectors.toSet());

        try (EnvironmentConfigManager config = EnvironmentConfigManager.builder()
                .application("renum")
                .environment(Environment.TEST)
                .source(new ConfigLayer("test", values))
                .build()) {
            assertThat(config.current().warnings())
                    .filteredOn(problem -> problem.finding().code().equals("RNM-CFG-015"))
                    .extracting(Problem::key)
                    .filteredOn(values::containsKey)
                    .containsExactlyInAnyOrderElementsOf(withSettings)
                    .hasSizeGreaterThan(1);
        }
    }

    private static Stream<String> keys() {
        return KEY.matcher(reference()).results().map(key -> key.group(1));
    }

    private static String reference() {
        Class<?>[] sections = sections().toArray(Class<?>[]::new);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            EnvironmentConfigManager.Builder builder =
                    EnvironmentConfigManager.builder().application("renum").sections(sections);
            assertThat(ConfigTool.run(builder, "reference")).isZero();
        } finally {
            System.setOut(console);
        }
        return bytes.toString(UTF_8);
    }

    private static Stream<Class<?>> sections() {
        Path example = REPOSITORY.root().resolve("examples/backend/target/classes");
        return new ClassFileImporter()
                        .importPaths(Stream.concat(
                                        REPOSITORY.publishedModules().stream().map(Module::classes), Stream.of(example))
                                .toList())
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Settings.class))
                        .map(JavaClass::reflect);
    }
}
