package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import java.util.List;
import java.util.Map;

/** The configuration of one environment: immutable, complete, valid. Safe for use by many threads. */
public final class EnvironmentConfig {
    private final Environment environment;
    private final Map<Class<?>, Object> records;
    private final List<Problem> warnings;
    private final List<String> awaited;

    EnvironmentConfig(Environment environment, Map<Class<?>, Object> records, List<Problem> warnings) {
        this(environment, records, warnings, List.of());
    }

    /** With the keys that have no value of their own yet; the sections that they are in cannot be had. */
    EnvironmentConfig(
            Environment environment, Map<Class<?>, Object> records, List<Problem> warnings, List<String> awaited) {
        this.environment = environment;
        this.records = records;
        this.warnings = List.copyOf(warnings);
        this.awaited = List.copyOf(awaited);
    }

    /** The environment that it was loaded for. */
    public Environment environment() {
        return environment;
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
        checkComplete(section);
        if (record == null) {
            throw new IllegalArgumentException(section.getName()
                    + " is not a section of this configuration; add it to sections(…), which has "
                    + records.keySet().stream().map(Class::getSimpleName).toList());
        }
        return section.cast(record);
    }

    private void checkComplete(Class<?> section) {
        Settings settings = section.getAnnotation(Settings.class);
        List<String> open = awaited.stream()
                .filter(key -> settings != null && key.startsWith(settings.prefix() + "."))
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
}
