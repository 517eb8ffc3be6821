package dev.renum.config.bind;

import dev.renum.config.bind.Defaults.Optimization;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Shown;
import dev.renum.core.Environment;
import dev.renum.core.Failures;
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
        sections.forEach(this::ask);
        return Map.copyOf(found);
    }

    private void ask(Class<?> section) {
        Class<? extends MachineDefaults>[] functions =
                section.getAnnotation(Settings.class).machineDefaults();
        List<Declared> declared = functions.length == 0 ? List.of() : Declared.of(section);
        for (Class<? extends MachineDefaults> function : functions) {
            ask(Binder.prefix(section), declared, function);
        }
    }

    private void ask(String prefix, List<Declared> declared, Class<? extends MachineDefaults> function) {
        try {
            MachineDefaults defaults = function.getConstructor().newInstance();
            defaults.of(machine, environment).forEach(it -> take(prefix + "." + it.key(), declared, function, it));
        } catch (Throwable e) { // whatever it throws says that the function is broken
            VmErrors.letPass(e);
            failed(prefix, function, "failed: " + Failures.text(e));
        }
    }

    private void take(String key, List<Declared> declared, Class<?> function, MachineDefault computed) {
        Origin origin = Origin.of(function.getSimpleName(), Origin.Kind.OPTIMIZATION);
        String fault = faultOf(declared, key, computed.value());
        if (fault.isEmpty()) {
            found.put(key, new Optimization(computed.value(), computed.because(), origin));
        } else {
            failed(key, function, fault);
        }
    }

    /** What is wrong with the default {@code text} of {@code key}; empty if nothing is. */
    private static String faultOf(List<Declared> all, String key, String text) {
        return all.stream()
                .filter(declared -> declared.key().equals(key))
                .findFirst()
                .map(declared -> faultOf(declared.setting(), text))
                .orElse("sets what is not a setting");
    }

    private static String faultOf(Setting setting, String text) {
        if (setting.plainDefault().isEmpty()) {
            return "needs a plain @Default beside it";
        }
        if (!setting.form().is(Form.Sort.SCALAR)) {
            return "may set a single value only";
        }
        try {
            boolean fits =
                    setting.allows(Conversions.convert(text, setting.form().type()));
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
