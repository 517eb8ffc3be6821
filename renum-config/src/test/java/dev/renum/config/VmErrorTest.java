package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.MachineDefault;
import dev.renum.core.settings.MachineDefaults;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of an error of the VM in code of the host: at a start nobody holds it up, unless the code itself has no end; a reload is rejected by it.
 */
final class VmErrorTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"record", "rule", "host"})
    void passes(String place) {
        EnvironmentConfigManager.Builder builder = frail(place, "heap");

        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(builder::build)
                .withMessage("heap");
    }

    @ParameterizedTest
    @CsvSource({"record, RNM-CFG-016", "rule, RNM-CFG-030", "host, RNM-CFG-030"})
    void isAProblemIfTheStackOverflows(String place, String code) {
        EnvironmentConfigManager.Builder builder = frail(place, "stack");

        assertThat(builder.checks().here().report().problems())
                .extracting(problem -> problem.finding().code())
                .containsExactly(code);
    }

    @Test
    void passesTheConstructorOfARule() {
        EnvironmentConfigManager.Builder builder = new Host(folder, Heavy.class).builder();

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(builder::build);
    }

    @Test
    void passesAFunctionForDefaults() {
        EnvironmentConfigManager.Builder builder = new Host(folder, Hungry.class).builder();

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(builder::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "rule", "host"})
    void isARejectionOfAReload(String place) {
        try (EnvironmentConfigManager config = frail("nowhere", "heap").build()) {
            EnvironmentConfig good = config.current();
            frail(place, "heap");

            ReloadResult result = config.reload();

            assertThat(result).isInstanceOf(Rejected.class).asString().contains("RNM-CFG-045", "OutOfMemoryError");
            assertThat(config.current()).isSameAs(good);
        }
    }

    private EnvironmentConfigManager.Builder frail(String place, String want) {
        return new Host(folder, Frail.class)
                .file("application.properties", "frail.place=" + place, "frail.want=" + want)
                .builder()
                .rule(config -> {
                    config.get(Frail.class).fail("host");
                    return List.of();
                });
    }

    /** Lacks what it is told to, where it is told to. */
    @Settings(prefix = "frail", rules = Frail.Rule.class)
    record Frail(String place, String want) {
        Frail {
            failAt(place.equals("record"), want);
        }

        void fail(String here) {
            failAt(place.equals(here), want);
        }

        private static void failAt(boolean isHere, String want) {
            if (isHere) {
                throw want.equals("heap") ? new OutOfMemoryError("heap") : new StackOverflowError();
            }
        }

        /** Fails as its section does. */
        public static final class Rule implements SettingsRule<Frail> {
            @Override
            public List<Finding> check(Frail settings, Environment environment) {
                settings.fail("rule");
                return List.of();
            }
        }
    }

    /** Has a rule that needs more memory than there is. */
    @Settings(prefix = "heavy", rules = Heavy.Rule.class)
    record Heavy() {
        /** Cannot be created. */
        public static final class Rule implements SettingsRule<Heavy> {
            public Rule() {
                throw new OutOfMemoryError("heap");
            }

            @Override
            public List<Finding> check(Heavy settings, Environment environment) {
                return List.of();
            }
        }
    }

    /** Has a function that needs more memory than there is. */
    @Settings(prefix = "hungry", machineDefaults = Hungry.Defaults.class)
    record Hungry() {
        /** Has no end. */
        public static final class Defaults implements MachineDefaults {
            @Override
            public List<MachineDefault> of(Machine machine, Environment environment) {
                throw new OutOfMemoryError("heap");
            }
        }
    }
}
