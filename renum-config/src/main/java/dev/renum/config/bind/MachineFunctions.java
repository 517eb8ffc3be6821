package dev.renum.config.bind;

import dev.renum.config.bind.Defaults.Optimization;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Shown;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.MachineDefault;
import dev.renum.core.settings.MachineDefaults;
import dev.renum.core.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks the functions of sections for the defaults of a machine.
 *
 * <p>One that fails, or gives a default that its component cannot have, is a warning, and the declared default holds: a number of cores that
 * nobody thought of shall not stop a start.
 */
final class MachineFunctions {
    private final Machine machine;
    private final Environment environment;
    private final Consumer<Problem> problems;
    private final Map<String, Optimization> found = new HashMap<>();

    MachineFunctions(Machine machine, Environment environment, Consumer<Problem> problems) {
        this.machine = machine;
        this.environment = environment;
        this.problems = problems;
    }

    /** The defaults of {@code sections} by key; what is wrong with one is noted. */
    Map<String, Optimization> defaultsOf(List<Class<?>> sections) {
        for (Class<?> section : sections) {
            for (Class<? extends MachineDefaults> function :
                    section.getAnnotation(Settings.class).machineDefaults()) {
                ask(section, function);
            }
        }
        return Map.copyOf(found);
    }

    private void ask(Class<?> section, Class<? extends MachineDefaults> function) {
        try {
            MachineDefaults defaults = function.getConstructor().newInstance();
            defaults.of(machine, environment).forEach(it -> take(section, function, it));
        } catch (ReflectiveOperationException | RuntimeException e) {
            failed(Binder.prefix(section), function, "failed: " + e);
        }
    }

    private void take(Class<?> section, Class<?> function, MachineDefault computed) {
        String key = Binder.prefix(section) + "." + computed.key();
        Origin origin = Origin.of(function.getSimpleName(), Origin.Kind.OPTIMIZATION);
        String fault = faultOf(section, key, computed.value());
        if (fault.isEmpty()) {
            found.put(key, new Optimization(computed.value(), computed.because(), origin));
        } else {
            failed(key, function, fault);
        }
    }

    /** What is wrong with the default {@code text} of {@code key}; empty if nothing is. */
    private static String faultOf(Class<?> section, String key, String text) {
        return Declared.of(section).stream()
                .filter(declared -> declared.key().equals(key))
                .findFirst()
                .map(declared -> faultOf(declared.setting(), text))
                .orElse("sets what is not a setting");
    }

    private static String faultOf(Setting setting, String text) {
        if (setting.plainDefault().isEmpty()) {
            return "needs a plain @Default beside it";
        }
        if (!(setting.type() instanceof Class<?> type)) {
            return "may set a single value only";
        }
        try {
            boolean fits = ValueReader.isInRange(setting, Conversions.convert(text, type));
            return fits ? "" : "gives " + Shown.value(text, setting.isSecret()) + ", which is out of range";
        } catch (ConversionException e) {
            return "gives " + Shown.value(text, setting.isSecret()) + ", which " + e.getMessage();
        }
    }

    private void failed(String key, Class<?> function, String fault) {
        String message = "has a function for defaults of the machine, " + function.getSimpleName() + ", that "
                + Masking.mask(fault, List.of());
        Finding finding = Finding.of(
                ConfigCode.MACHINE_DEFAULT_FAILED,
                key,
                message,
                "report it to the author of the section; the declared default holds");
        problems.accept(Problem.of(finding, key, Origin.code(function)));
    }
}
