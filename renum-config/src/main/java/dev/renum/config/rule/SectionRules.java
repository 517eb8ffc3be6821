package dev.renum.config.rule;

import dev.renum.config.bind.Binder;
import dev.renum.config.bind.Binding;
import dev.renum.config.report.Origin;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Runs the rules that sections bring with them. */
public final class SectionRules {
    private SectionRules() {}

    /** Checks the records of {@code binding} by the rules of their sections; what these find is noted in it. */
    public static void check(Binding binding, Environment environment) {
        binding.records().forEach((section, record) -> {
            for (Class<? extends SettingsRule<?>> type :
                    section.getAnnotation(Settings.class).rules()) {
                check(binding, create(type), Binder.prefix(section), record, environment);
            }
        });
    }

    /**
     * A rule that fails is a problem like what it looks for; the other rules go on. What a rule says about a value that only stands in for another is
     * nothing to report.
     */
    private static void check(
            Binding binding, SettingsRule<Object> rule, String prefix, Object record, Environment environment) {
        List<String> awaited = binding.awaitedUnder(prefix);
        try {
            for (Finding finding : rule.check(record, environment)) {
                if (!awaited.contains(prefix + "." + finding.subject())) {
                    binding.problems().rule(prefix, rule.getClass(), finding, binding.secretsUnder(prefix));
                }
            }
        } catch (RuntimeException e) {
            if (awaited.isEmpty()) {
                failed(binding, rule, prefix, e);
            }
        }
    }

    private static void failed(Binding binding, SettingsRule<Object> rule, String prefix, RuntimeException e) {
        Origin declaration = Origin.code(rule.getClass());
        binding.problems().rejected(prefix, declaration, "has a rule that failed: " + e, binding.secretsUnder(prefix));
    }

    /** The section names its own rules, so they take its records. */
    @SuppressWarnings("unchecked")
    private static SettingsRule<Object> create(Class<? extends SettingsRule<?>> type) {
        try {
            return (SettingsRule<Object>) type.getConstructor().newInstance();
        } catch (InstantiationException
                | IllegalAccessException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "rule " + type.getName()
                            + " cannot be created: it must be a public class with a public constructor"
                            + " without parameters, in a package exported to dev.renum.config",
                    e);
        }
    }
}
