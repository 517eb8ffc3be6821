package dev.renum.config;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.MachineDefault;
import dev.renum.core.settings.MachineDefaults;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.util.List;
import java.util.Optional;

/** A section whose code tells secrets wherever foreign code may tell something. */
@Settings(prefix = "tattle", rules = TattleSettings.Rule.class, machineDefaults = TattleSettings.Guesses.class)
record TattleSettings(
        @Live Optional<String> password,
        Optional<String> pass,
        @Live Optional<String> home,

        @Default("plainDefaultOfTheKey") @Default(value = "defaultOfDevelopers", in = DEVELOPMENT, because = "alone")
        String signingKey,

        @Default("1") @Range(max = "10") int accessKey,
        @Default("1") int masterKey,
        @Default("quiet") Mode mode) {
    /** What is secret in the code itself. */
    static final List<String> IN_CODE = List.of(
            "plainDefaultOfTheKey", "defaultOfDevelopers", "1029384756", "guessedKeyOfMasters", "tokenOfTheMachine");

    /** How it tells. */
    enum Mode {
        QUIET,
        NAME,
        FAIL,
        MIX
    }

    TattleSettings {
        if (mode == Mode.MIX && !password.equals(pass)) {
            throw new IllegalArgumentException("has two passwords, " + password.get() + " and " + pass.get());
        }
    }

    /** Tells the password. */
    public static final class Rule implements SettingsRule<TattleSettings> {
        @Override
        public List<Finding> check(TattleSettings settings, Environment environment) {
            return switch (settings.mode) {
                case QUIET, MIX -> List.of();
                case NAME ->
                    List.of(new Finding(
                            "TATTLE-001", Severity.WARNING, settings.password.orElse(""), "is named badly", null));
                case FAIL -> throw new IllegalStateException("cannot judge " + settings.password.orElse(""));
            };
        }
    }

    /** Guesses keys. */
    public static final class Guesses implements MachineDefaults {
        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            if (environment.kind() == Environment.Kind.TEST) {
                throw new IllegalStateException("no guess for token=tokenOfTheMachine");
            }
            return List.of(
                    new MachineDefault("access-key", "1029384756", "too large"),
                    new MachineDefault("master-key", "guessedKeyOfMasters", "no number"));
        }
    }
}
