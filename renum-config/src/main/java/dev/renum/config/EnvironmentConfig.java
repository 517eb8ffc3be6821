package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;

/** The configuration of one environment: immutable, complete, valid. Safe for use by many threads. */
public final class EnvironmentConfig {
    private final Environment environment;
    private final List<Class<?>> sections;
    private final Object[] records;
    private final List<Problem> warnings;

    /** {@code records} has the record of each of {@code sections} at the same index. */
    EnvironmentConfig(Environment environment, List<Class<?>> sections, List<Object> records, List<Problem> warnings) {
        this.environment = environment;
        this.sections = sections;
        this.records = records.toArray();
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
        return section.cast(records[indexOf(section)]);
    }

    /** What is doubtful but does not stop a start. */
    public List<Problem> warnings() {
        return warnings;
    }

    private int indexOf(Class<?> section) {
        int index = sections.indexOf(requireNonNull(section, "section"));
        if (index < 0) {
            throw new IllegalArgumentException(section.getName()
                    + " is not a section of this configuration; add it to sections(…), which has "
                    + sections.stream().map(Class::getSimpleName).toList());
        }
        return index;
    }
}
