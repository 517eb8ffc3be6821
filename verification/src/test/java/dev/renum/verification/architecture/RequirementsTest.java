package dev.renum.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.dependency.CompatibilityReport.Comparison;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyValidator;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Repository;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What modules say in their {@code META-INF/renum/dependencies.json}, as the validator of health reads it, against their poms and this build. */
final class RequirementsTest {
    private static final List<Comparison> ASKED = asked();

    /** The modules that need something from elsewhere in a running application. */
    static Stream<Module> modules() {
        return Repository.current().publishedModules().stream()
                .filter(module -> !module.name().equals("renum-testkit"))
                .filter(module -> declared(module).findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleAsksForWhatItsPomNamesAndTheBuildHasIt(Module module) {
        List<Comparison> own = ASKED.stream()
                .filter(one -> one.requiredBy().equals(module.name()))
                .toList();

        assertThat(own)
                .filteredOn(one -> one.kind() == Kind.LIBRARY)
                .extracting(RequirementsTest::artifact, Comparison::optional)
                .containsExactlyInAnyOrderElementsOf(declared(module).toList());
        assertThat(own).extracting(Comparison::kind).contains(Kind.JAVA);
        assertThat(own).extracting(Comparison::verdict).containsOnly(Verdict.FITS);
    }

    @Test
    void severalModulesNeedSomething() {
        assertThat(modules())
                .extracting(Module::name)
                .contains("renum-config", "renum-health", "renum-micrometer")
                .doesNotContain("renum-core");
    }

    private static List<Comparison> asked() {
        try (HealthMonitor health =
                        HealthMonitor.builder(HealthSettings.builder().build()).build();
                DependencyValidator validator =
                        DependencyValidator.builder(health).build()) {
            return validator.checkVersionCompatibility().comparisons();
        }
    }

    /** Annotations are needed to compile, and at run time only by the module that reads them. */
    private static Stream<Tuple> declared(Module module) {
        return module.pom().dependencies().stream()
                .filter(dependency -> !dependency.scope().equals("test"))
                .filter(dependency -> !dependency.artifact().startsWith("renum-"))
                .filter(dependency -> !dependency.artifact().equals("jspecify")
                        || module.name().equals("renum-config"))
                .map(dependency -> tuple(dependency.artifact(), dependency.isOptional()));
    }

    private static String artifact(Comparison comparison) {
        return comparison.name().replaceFirst("^[^:]+:", "");
    }
}
