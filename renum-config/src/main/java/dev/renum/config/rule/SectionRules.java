package dev.renum.config.rule;

import dev.renum.config.bind.Binder;
import dev.renum.config.bind.Binding;
import dev.renum.config.bind.ProblemLog;
import dev.renum.config.bind.VmErrors;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.Failures;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Runs the rules that one section brings with it. */
public final class SectionRules {
    private final Binding binding;
    private final Class<?> section;
    private final String prefix;
    private final ProblemLog problems;

    private SectionRules(Binding binding, Class<?> section, ProblemLog problems) {
        this.binding = binding;
        this.section = section;
        this.prefix = Binder.prefix(section);
        this.problems = problems;
    }

    /** Checks the records of {@code binding} by the rules of their sections; what these find is noted in {@code problems}. */
    public static void check(Binding binding, Environment environment, ProblemLog problems) {
        binding.records().forEach((section, record) -> {
            SectionRules rules = new SectionRules(binding, section, problems);
            for (Class<? extends SettingsRule<?>> type :
                    section.getAnnotation(Settings.class).rules()) {
                rules.check(type, record, environment);
            }
        });
    }

    /** A rule that cannot be had is a problem like what it looks for; the other rules go on. */
    private void check(Class<? extends SettingsRule<?>> type, Object record, Environment environment) {
        try {
            check(create(type), record, environment);
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            VmErrors.letPass(e);
            failed(type, "has a rule whose constructor failed: " + e.getCause(), "mend the rule");
        } catch (ReflectiveOperationException | LinkageError e) {
            failed(
                    type,
                    "has a rule that cannot be created: " + e,
                    "make " + type.getName() + " a public class with a public constructor without parameters, in a"
                            + " package that is exported to dev.renum.config");
        }
    }

    /** So is one that fails. What it says about a value that only stands in for another is nothing to report. */
    private void check(SettingsRule<Object> rule, Object record, Environment environment) {
        List<String> awaited = binding.awaitedIn(section);
        try {
            for (Finding finding : rule.check(record, environment)) {
                if (!awaited.contains(prefix + "." + finding.subject())) {
                    problems.rule(prefix, rule.getClass(), finding, binding.secretsUnder(prefix));
                }
            }
        } catch (Throwable e) { // whatever it throws says that the rule is broken, and may quote a secret
            VmErrors.letPass(e);
            if (awaited.isEmpty()) {
                failed(rule.getClass(), "has a rule that failed: " + Failures.text(e), "mend the rule");
            }
        }
    }

    private void failed(Class<?> rule, String message, String cure) {
        String shown = Masking.mask(message, binding.secretsUnder(prefix));
        Finding finding = Finding.of(ConfigCode.RULE_FAILED, prefix, shown, cure);
        problems.add(Problem.of(finding, prefix, Origin.code(rule)));
    }

    /** The section names its own rules, so they take its records. */
    @SuppressWarnings("unchecked")
    private static SettingsRule<Object> create(Class<? extends SettingsRule<?>> type)
            throws ReflectiveOperationException {
        return (SettingsRule<Object>) type.getConstructor().newInstance();
    }
}
