package dev.renum.verification.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.renum.core.settings.Settings;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettingsProofTest {
    @Test
    void settingsOfAllModulesTellTheTruth() {
        List<Class<?>> settings = new ClassFileImporter()
                        .importPaths(Repository.current().publishedModules().stream()
                                .map(Module::classes)
                                .toList())
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Settings.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(settings.stream().flatMap(type -> SettingsProof.faultsOf(type).stream()))
                .isEmpty();
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

    @Settings(prefix = "bare")
    record Bare(boolean enabled) {}
}
