package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Sources;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records of what was read. Holds nothing between calls and is safe for use by many threads. */
public final class Binder {
    private final String application;
    private final List<Class<?>> sections;

    /** A binder of these sections of {@code application}, which owns the variables that begin with its name. */
    public Binder(String application, List<Class<?>> sections) {
        this.application = application;
        this.sections = List.copyOf(sections);
    }

    /** Binds every section and looks for keys that nobody reads; what is wrong is noted, nothing is thrown. */
    public Binding bind(Sources sources, Environment environment) {
        Engine engine = new Engine(sources);
        ProblemLog problems = new ProblemLog(engine);
        sources.problems().stream().filter(this::concernsUs).forEach(problems::add);
        Keys keys = new Keys();
        List<BoundSetting> settings = new ArrayList<>();
        RecordBinder binder = new RecordBinder(engine, environment, problems, keys, settings::add);
        Map<Class<?>, Object> records = new LinkedHashMap<>();
        for (Class<?> section : sections) {
            Object record = binder.section(section);
            if (record != null) {
                records.put(section, record);
            }
        }
        audit(engine, keys, problems);
        if (!sources.isComplete()) {
            problems.forgetMissing();
        }
        return new Binding(engine, keys, problems, records, settings);
    }

    /** What the keys of {@code section} begin with. */
    public static String prefix(Class<?> section) {
        return section.getAnnotation(Settings.class).prefix();
    }

    /** A secret that nobody asked for may be anything, such as a key store. */
    private boolean concernsUs(Problem problem) {
        return problem.origin().kind() != Origin.Kind.SECRET_FILE
                || problem.key().isEmpty()
                || sections.stream().anyMatch(section -> problem.key().startsWith(prefix(section) + "."));
    }

    private void audit(Engine engine, Keys keys, ProblemLog problems) {
        KeyAudit audit =
                new KeyAudit(keys, sections.stream().map(Binder::prefix).toList(), problems);
        audit.keys(engine.layers());
        audit.variables(engine.variables(), application);
    }
}
