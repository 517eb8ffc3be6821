package dev.renum.config.bind;

import static java.util.stream.Collectors.toSet;

import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.SettingDescription;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.SourceLoader;
import dev.renum.config.source.Sources;
import dev.renum.core.Environment;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes records of what was read. Holds nothing between calls and is safe for use by many threads. */
public final class Binder {
    private final String application;
    private final List<Class<?>> sections;
    private final Machine machine;
    private final Keys keys;
    private final Catalog catalog;

    /** A binder of these sections of {@code application}, which owns the variables that begin with its name. */
    public Binder(String application, List<Class<?>> sections) {
        this(application, sections, Machine.current());
    }

    /** The same for {@code machine}. */
    Binder(String application, List<Class<?>> sections, Machine machine) {
        this.application = application;
        this.sections = List.copyOf(sections);
        this.machine = machine;
        this.keys = KeyCollector.collect(this.sections);
        this.catalog = new Catalog(this.sections);
    }

    /** Binds every section and looks for keys that nobody reads; what is wrong is noted, nothing is thrown. */
    public Binding bind(Sources sources, Environment environment) {
        return bind(sources, environment, new Awaited(false));
    }

    /** The same without the process that will run there: what only its deployment brings is awaited, not missing. */
    public Binding bindOffline(Sources sources, Environment environment) {
        return bind(sources, environment, new Awaited(true));
    }

    private Binding bind(Sources sources, Environment environment, Awaited awaited) {
        Renaming renaming = new Renaming(keys, allLayers(sources));
        Resolver resolver = new Resolver(
                renaming.layers(),
                keys.variables().names(),
                catalog::isSecret,
                key -> keys.old().orToday(key));
        ProblemLog problems = new ProblemLog(resolver, keys, catalog);
        List<Problem> ofSources =
                sources.problems().stream().filter(this::concernsUs).toList();
        problems.addAll(ofSources);
        problems.addAll(renaming.problems());
        Defaults defaults = defaults(resolver, environment, problems);
        RecordBinder binder =
                new RecordBinder(resolver, defaults, new BindingProblems(resolver, problems), keys, awaited);
        Records records = records(binder);
        new SharedVariables(keys.variables().shared(), problems).check(binder.read());
        new KeyAudit(keys, sections.stream().map(Binder::prefix).toList(), problems)
                .check(resolver.sources(), application);
        problems.forgetMissing(ofSources.stream().map(Problem::key).collect(toSet()));
        if (!sources.isComplete()) {
            problems.forgetMissing();
        }
        LostSections.check(sections, records.sections().keySet(), awaited, problems);
        return new Binding(
                sources,
                awaited,
                keys,
                binder.secrets(),
                records,
                binder.settings(),
                new Reasons(resolver, catalog, defaults),
                problems.sorted());
    }

    /** The defaults, of which a source may have switched off those that depend on the environment and on the machine. */
    private Defaults defaults(Resolver resolver, Environment environment, ProblemLog problems) {
        boolean isOptimized = isOptimized(resolver);
        Consumer<Problem> noted = isOptimized ? problems::add : problem -> {};
        MachineFunctions functions = new MachineFunctions(machine, environment, noted);
        return new Defaults(environment, isOptimized, functions.defaultsOf(sections));
    }

    /** Known before the sections are bound, its own too; a value that cannot be used is noted when that is bound. */
    private static boolean isOptimized(Resolver resolver) {
        try {
            Resolver.Found found = resolver.find(OptimizationReport.SWITCH);
            return found == null || (Boolean) Conversions.convert(found.value(), boolean.class);
        } catch (UnresolvedReferenceException | ConversionException e) {
            return true;
        }
    }

    private Records records(RecordBinder binder) {
        Records records = binder.records();
        for (Class<?> section : sections) {
            Object record = binder.section(section);
            if (record != null) {
                records.put(section, record);
            }
        }
        return records;
    }

    /** What the sections declare, setting by setting. */
    public List<SettingDescription> describe() {
        return catalog.describe();
    }

    private static List<Layer> allLayers(Sources sources) {
        Origin origin =
                Origin.of("environment variables", Origin.Kind.ENVIRONMENT_VARIABLE, SourceLoader.VARIABLE_ORDINAL);
        List<Layer> layers = new ArrayList<>(sources.layers());
        layers.add(Layer.of(origin, "", sources.variables()));
        return layers;
    }

    /** What the keys of {@code section} begin with. */
    public static String prefix(Class<?> section) {
        return section.getAnnotation(Settings.class).prefix();
    }

    /** A secret that nobody asked for may be anything, such as a key store. */
    private boolean concernsUs(Problem problem) {
        return problem.origin().kind() != Origin.Kind.SECRET_FILE
                || problem.key().isEmpty()
                || sections.stream().anyMatch(section -> Names.isBelow(problem.key(), prefix(section)));
    }
}
