package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.bind.Binding;
import dev.renum.config.report.Explanation;
import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Names;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import java.util.List;

/** The configuration of one environment: immutable, complete, valid. Safe for use by many threads. */
public final class EnvironmentConfig {
    private final Environment environment;
    private final Binding binding;
    private final List<Problem> warnings;
    private final List<String> awaited;

    EnvironmentConfig(Environment environment, Binding binding, List<Problem> warnings) {
        this(environment, binding, warnings, List.of());
    }

    /** With the keys that have no value of their own yet; the sections that they are in cannot be had. */
    EnvironmentConfig(Environment environment, Binding binding, List<Problem> warnings, List<String> awaited) {
        this.environment = environment;
        this.binding = binding;
        this.warnings = List.copyOf(warnings);
        this.awaited = List.copyOf(awaited);
    }

    /** The environment that it was loaded for. */
    public Environment environment() {
        return environment;
    }

    /** Whether the application should show what only its developers may see: {@code renum.config.debug-mode}, by default true in development only. */
    public boolean debugMode() {
        return get(ConfigSettings.class).debugMode();
    }

    /** How much the application should log: {@code renum.config.log-level}, by default {@code DEBUG} in development, else {@code INFO}. */
    public LogLevel logLevel() {
        return get(ConfigSettings.class).logLevel();
    }

    /**
     * The section as a record.
     *
     * @param <S> the section
     * @throws IllegalArgumentException if the section was not named when the configuration was built
     * @throws IllegalStateException if the configuration is that of another environment, and the section lacks values that only its deployment brings
     */
    public <S> S get(Class<S> section) {
        Object record = binding.records().get(requireNonNull(section, "section"));
        checkComplete(section);
        if (record == null) {
            throw new IllegalArgumentException(section.getName()
                    + " is not a section of this configuration; add it to sections(…), which has "
                    + binding.records().keySet().stream()
                            .map(Class::getSimpleName)
                            .toList());
        }
        return section.cast(record);
    }

    private void checkComplete(Class<?> section) {
        Settings settings = section.getAnnotation(Settings.class);
        List<String> open = awaited.stream()
                .filter(key -> settings != null && Names.isBelow(key, settings.prefix()))
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException(section.getName() + " of environment " + environment.name()
                    + " cannot be had here, because only its deployment sets " + String.join(", ", open));
        }
    }

    /** What is doubtful but does not stop a start. */
    public List<Problem> warnings() {
        return warnings;
    }

    Explanation explain(String key) {
        return binding.explain(key);
    }

    OptimizationReport optimizations() {
        return binding.optimizations();
    }
}
