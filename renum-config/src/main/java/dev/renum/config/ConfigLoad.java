package dev.renum.config;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, binds and checks one environment, start to end. */
final class ConfigLoad {
    private final String application;
    private final List<Class<?>> sections;
    private final ClassLoader classLoader;
    private final @Nullable Path directory;
    private final ProcessValues process;

    ConfigLoad(
            String application,
            List<Class<?>> sections,
            ClassLoader classLoader,
            @Nullable Path directory,
            ProcessValues process) {
        this.application = application;
        this.sections = sections;
        this.classLoader = classLoader;
        this.directory = directory;
        this.process = process;
    }

    /**
     * The configuration of {@code environment}.
     *
     * @throws ConfigurationException if anything is wrong with it
     */
    EnvironmentConfig load(Environment environment) {
        SourceLoader.Sources sources = new SourceLoader(classLoader, directory).load(environment, process.properties());
        Engine engine = new Engine(sources.layers(), process.variables(), SourceLoader.VARIABLE_ORDINAL);
        ProblemLog problems = new ProblemLog(engine);
        problems.addAll(sources.problems());
        Keys keys = new Keys();
        List<Object> records = bind(engine, environment, problems, keys);
        audit(engine, problems, keys);
        if (!sources.isComplete()) {
            problems.forgetMissing();
        }
        ConfigReport report = new ConfigReport(application, environment, problems.sorted());
        if (report.hasErrors()) {
            throw new ConfigurationException(report);
        }
        return new EnvironmentConfig(environment, sections, records, report.problems());
    }

    private List<Object> bind(Engine engine, Environment environment, ProblemLog problems, Keys keys) {
        RecordBinder binder = new RecordBinder(engine, environment, problems, keys);
        List<Object> records = new ArrayList<>();
        for (Class<?> section : sections) {
            Object record = binder.section(section);
            if (record != null) {
                records.add(record);
                rules(section, record, environment, problems, keys);
            }
        }
        return records;
    }

    private void audit(Engine engine, ProblemLog problems, Keys keys) {
        List<String> prefixes = sections.stream().map(ConfigLoad::prefix).toList();
        KeyAudit audit = new KeyAudit(keys, prefixes, problems);
        audit.keys(engine.layers());
        audit.variables(process.variables(), application);
    }

    private static void rules(
            Class<?> section, Object record, Environment environment, ProblemLog problems, Keys keys) {
        for (Class<? extends SettingsRule<?>> type :
                section.getAnnotation(Settings.class).rules()) {
            rule(create(type), section, record, environment, problems, keys.secretsUnder(prefix(section)));
        }
    }

    /** A rule that fails is a problem like what it looks for; the other rules go on. */
    private static void rule(
            SettingsRule<Object> rule,
            Class<?> section,
            Object record,
            Environment environment,
            ProblemLog problems,
            List<String> secrets) {
        try {
            for (Finding finding : rule.check(record, environment)) {
                problems.rule(prefix(section), rule.getClass(), finding, secrets);
            }
        } catch (RuntimeException e) {
            problems.rejected(
                    prefix(section), Origin.declaration(rule.getClass()), "has a rule that failed: " + e, secrets);
        }
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
                    "rule " + type.getName() + " cannot be created: it must be a public class with a public constructor"
                            + " without parameters, in a package exported to dev.renum.config",
                    e);
        }
    }

    private static String prefix(Class<?> section) {
        return section.getAnnotation(Settings.class).prefix();
    }
}
