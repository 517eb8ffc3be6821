package dev.renum.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.verification.repository.ClassPath;
import dev.renum.verification.repository.Dependency;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CompatibilityTest {
    private static final Repository REPOSITORY = Repository.current();
    private static final List<Module> MODULES = REPOSITORY.publishedModules();

    /** Library, modules, whether it is needed, and version. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)`[^|]* \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** What one module takes from elsewhere. */
    private record Need(String module, String library, String version, boolean isOptional) {}

    @Test
    void tableSaysWhatEveryModuleTakesFromElsewhere() throws IOException {
        String document = Files.readString(REPOSITORY.root().resolve("docs/compatibility.md"));

        Stream<Need> documented = ROW.matcher(document)
                .results()
                .flatMap(row -> needs(row.group(1), row.group(2), row.group(3), row.group(4)));

        Stream<Need> declared = MODULES.stream().flatMap(CompatibilityTest::needs);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(declared.toList());
    }

    private static Stream<Need> needs(String library, String modules, String need, String version) {
        return MODULES.stream()
                .map(Module::name)
                .filter(isAmong(modules))
                .map(module -> new Need(module, library, version, need.startsWith("optional")));
    }

    /** Whether a module is meant by a cell like {@code all}, {@code all but `a`} or {@code `a`, `b`}. */
    private static Predicate<String> isAmong(String modules) {
        Set<String> named =
                CODE.matcher(modules).results().map(code -> code.group(1)).collect(Collectors.toSet());
        return modules.startsWith("all") ? module -> !named.contains(module) : named::contains;
    }

    private static Stream<Need> needs(Module module) {
        return module.pom().dependencies().stream()
                .filter(dependency -> !dependency.scope().equals("test"))
                .filter(dependency -> !dependency.artifact().startsWith("renum-"))
                .map(dependency -> need(module, dependency));
    }

    private static Need need(Module module, Dependency dependency) {
        String library = dependency.artifact();
        String jar = ClassPath.jar(library).getFileName().toString();
        String version = jar.substring(library.length() + 1, jar.length() - ".jar".length());
        return new Need(module.name(), library, version, dependency.isOptional());
    }
}
