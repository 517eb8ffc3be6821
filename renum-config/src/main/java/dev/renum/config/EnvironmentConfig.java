package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import java.util.List;
import java.util.Map;

/** The configuration of one environment: immutable, complete, valid. Safe for use by many threads. */
public final class EnvironmentConfig {
    private final Environment environment;
    private final Map<Class<?>, Object> records;
    private final List<Problem> warnings;

    EnvironmentConfig(Environment environment, Map<Class<?>, Object> records, List<Problem> warnings) {
        this.environment = environment;
        this.records = records;
        this.warnings = List.copyOf(warnings);
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
     */
    public <S> S get(Class<S> section) {
        Object record = records.get(requireNonNull(section, "section"));
        if (record == null) {
            throw new IllegalArgumentException(section.getName()
                    + " is not a section of this configuration; add it to sections(…), which has "
                    + records.keySet().stream().map(Class::getSimpleName).toList());
        }
        return section.cast(record);
    }

    /** What is doubtful but does not stop a start. */
    public List<Problem> warnings() {
        return warnings;
    }
}
