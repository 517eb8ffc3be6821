package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.bind.Binding;
import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration of one environment: immutable, complete, valid. Safe for use by many threads. */
public final class EnvironmentConfig {
    private final Environment environment;
    private final Binding binding;
    private final Map<Class<?>, Object> records;
    private final List<Problem> warnings;

    private EnvironmentConfig(
            Environment environment, Binding binding, Map<Class<?>, Object> records, List<Problem> warnings) {
        this.environment = environment;
        this.binding = binding;
        this.records = records;
        this.warnings = List.copyOf(warnings);
    }

    /** With every record, even if some of its values only stand in for others; for rules, which judge them, and for nobody else. */
    static EnvironmentConfig toBeJudged(Environment environment, Binding binding) {
        return new EnvironmentConfig(environment, binding, binding.records(), List.of());
    }

    /** Without the records that lack a value of their own, which cannot be had. */
    static EnvironmentConfig accepted(Environment environment, Binding binding, List<Problem> warnings) {
        Map<Class<?>, Object> complete = new HashMap<>(binding.records());
        complete.keySet().removeIf(section -> !binding.awaitedIn(section).isEmpty());
        return new EnvironmentConfig(environment, binding, complete, warnings);
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
        Object record = records.get(requireNonNull(section, "section"));
        if (record == null) {
            throw refusal(section);
        }
        return section.cast(record);
    }

    private RuntimeException refusal(Class<?> section) {
        List<String> awaited = binding.awaitedIn(section);
        if (!awaited.isEmpty()) {
            return new IllegalStateException(section.getName() + " of environment " + environment.name()
                    + " cannot be had here, because only its deployment sets " + String.join(", ", awaited));
        }
        return new IllegalArgumentException(section.getName()
                + " is not a section of this configuration; add it to sections(…), which has "
                + binding.records().keySet().stream().map(Class::getSimpleName).toList());
    }

    /** What is doubtful but does not stop a start. */
    public List<Problem> warnings() {
        return warnings;
    }

    OptimizationReport optimizations() {
        return binding.optimizations();
    }
}
