package dev.renum.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.renum.verification.repository.ClassPath;
import dev.renum.verification.repository.Dependency;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Pom;
import dev.renum.verification.repository.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
    private static final Repository REPOSITORY = Repository.current();
    private static final List<Module> MODULES = REPOSITORY.publishedModules();
    private static final JavaClasses CLASSES = classes(MODULES.stream().map(Module::classes));

    static Stream<ArchRule> rules() {
        return Stream.of(Stream.of(Layers.under("dev.renum").pointDownOnly()), CodeRules.all(), PublicApi.all())
                .flatMap(rules -> rules);
    }

    static List<Module> modules() {
        return MODULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void allModulesKeepTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void everyExemptionIsMadeUseOf() {
        Stream<Exemptions> exemptions = Stream.concat(CodeRules.exemptions(), PublicApi.exemptions());

        assertThat(exemptions.flatMap(them -> them.unusedIn(CLASSES).stream())).isEmpty();
    }

    @Test
    void everyPlaceInALayerIsOfAModuleThatIsThere() {
        assertThat(MODULES)
                .extracting(Module::packageName)
                .containsAll(Layers.modules().stream()
                        .map(module -> "dev.renum." + module)
                        .toList());
    }

    @Test
    void packagesAndTheirTestsFormNoCycle() {
        JavaClasses withTests = classes(MODULES.stream()
                .flatMap(module -> Stream.of(module.classes(), module.testClasses()))
                .filter(Files::isDirectory));

        CodeRules.packagesFormNoCycle("dev.renum").check(withTests);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleKeepsToItsPackage(Module module) {
        assertThat(classes(Stream.of(module.classes())))
                .allSatisfy(type -> assertThat(type.getPackageName() + ".").startsWith(module.packageName() + "."));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleDescriptorIsInOrder(Module module) throws IOException {
        try (InputStream in = Files.newInputStream(module.classes().resolve("module-info.class"))) {
            ModuleDescriptor descriptor = ModuleDescriptor.read(in);

            assertThat(PublicApi.faultsOf(descriptor, module.packageName())).isEmpty();
        }
    }

    @Test
    void modulesStartWithoutAnnotationsUnlessTheyReadThem() {
        Path annotations = ClassPath.jar("jspecify");
        ModuleFinder withoutThem = ModuleFinder.of(ClassPath.ofHosts().stream()
                .filter(path -> !path.equals(annotations))
                .toArray(Path[]::new));
        Configuration jdk = ModuleLayer.boot().configuration();

        Configuration resolved =
                jdk.resolve(withoutThem, ModuleFinder.of(), List.of("dev.renum.micrometer", "dev.renum.monitoring"));

        assertThat(resolved.modules()).extracting(ResolvedModule::name).doesNotContain("org.jspecify");
        assertThatExceptionOfType(FindException.class)
                .isThrownBy(() -> jdk.resolve(withoutThem, ModuleFinder.of(), List.of("dev.renum.config")))
                .withMessageContaining("org.jspecify");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void optionalLibrariesAreNamedInOnePackageEach(Module module) {
        JavaClasses classes = classes(Stream.of(module.classes()));

        module.pom().dependencies().stream()
                .filter(Dependency::isOptional)
                .map(Dependency::artifact)
                .map(artifact -> new OptionalLibrary(artifact, ClassPath.packages(artifact)))
                .forEach(library -> library.isNamedInOnePackage().check(classes));
    }

    @Test
    void everyPublishedModuleIsVerified() {
        Pom verification = Pom.read(REPOSITORY.root().resolve("verification/pom.xml"));

        assertThat(verification.dependencies())
                .filteredOn(dependency -> dependency.scope().equals("compile"))
                .extracting(Dependency::artifact)
                .containsAll(MODULES.stream().map(Module::name).toList());
    }

    private static JavaClasses classes(Stream<Path> directories) {
        return new ClassFileImporter().importPaths(directories.toList());
    }
}
