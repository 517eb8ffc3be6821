package dev.renum.verification.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.renum.core.Environment.Kind;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import dev.renum.verification.repository.Dependency;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Pom;
import dev.renum.verification.repository.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsProofTest {
    private static final Repository REPOSITORY = Repository.current();

    static List<Class<?>> settings() {
        return settingsOf(REPOSITORY.publishedModules());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingsOfAllModulesTellTheTruth(Class<?> settings) {
        assertThat(SettingsProof.faultsOf(settings)).isEmpty();
    }

    /** The example is run with each of its modules switched off; so it must have every module that has a switch. */
    @Test
    void everyModuleWithASwitchIsPartOfTheExample() {
        Pom example = Pom.read(REPOSITORY.root().resolve("examples/backend/pom.xml"));
        List<String> withASwitch = REPOSITORY.publishedModules().stream()
                .filter(module -> !settingsOf(List.of(module)).isEmpty())
                .map(Module::name)
                .toList();

        assertThat(example.dependencies()).extracting(Dependency::artifact).containsAll(withASwitch);
        assertThat(withASwitch).isNotEmpty();
    }

    @Test
    void acceptsHonestSettings() {
        assertThat(SettingsProof.faultsOf(HonestSettings.class)).isEmpty();
    }

    @Test
    void findsEveryLie() {
        assertThat(SettingsProof.faultsOf(LyingSettings.class))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).endsWith("has no component 'boolean enabled'"),
                        fault -> assertThat(fault).contains("size=10").contains("size=11"),
                        fault -> assertThat(fault).isEqualTo("LyingSettings.size has no @Doc"),
                        fault -> assertThat(fault).isEqualTo("LyingSettings.size does not say why it is 20 in [TEST]"),
                        fault -> assertThat(fault)
                                .startsWith("LyingSettings.spare declares the bound 0 but cannot be set to it: "),
                        fault -> assertThat(fault).isEqualTo("LyingSettings.size declares the bound 1 but accepts 0"),
                        fault -> assertThat(fault)
                                .isEqualTo("Inner.pause declares the bound 1m but accepts PT1M0.000000001S"));
    }

    @Test
    void findsSettingsWithoutABuilder() {
        assertThat(SettingsProof.faultsOf(Bare.class))
                .singleElement()
                .asString()
                .contains("has no builder()");
    }

    @Test
    void asksForNoBuilderThatNobodyCouldCall() {
        assertThat(SettingsProof.faultsOf(Inward.class)).isEmpty();
    }

    @Test
    void findsDefaultsThatOneKindCannotUse() {
        assertThat(SettingsProof.faultsOf(Partial.class))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("Partial cannot be used as it is in dev: "),
                        fault -> assertThat(fault).contains("Partial cannot be used as it is in test: "));
    }

    private static List<Class<?>> settingsOf(List<Module> modules) {
        return new ClassFileImporter()
                .importPaths(modules.stream().map(Module::classes).toList()).stream()
                        .filter(type -> type.isAnnotatedWith(Settings.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Settings(prefix = "bare")
    public record Bare(
            @Doc("Whether anything happens.") @Default("true")
            boolean enabled) {}

    @Settings(prefix = "inward")
    record Inward(
            @Doc("Whether anything happens.") @Default("true")
            boolean enabled) {}

    @Settings(prefix = "partial")
    record Partial(
            @Doc("Whether anything happens.") @Default("true")
            boolean enabled,

            @Doc("How many.")
            @Default(value = "1", in = Kind.PRODUCTION, because = "one is enough")
            @Default(value = "9", in = Kind.TEST, because = "it is a lie")
            @Range(max = "3")
            int size) {}
}
