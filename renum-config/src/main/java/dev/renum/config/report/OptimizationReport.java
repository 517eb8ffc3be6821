package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which defaults depend on the environment and on the machine, what they are and why. Its {@code toString} is a table.
 *
 * @param environment the environment whose defaults these are
 * @param isEnabled whether they count; {@link #SWITCH} is the switch
 * @param lines one for each setting that has such a default here; without the switch, only those that keep one until a restart
 */
public record OptimizationReport(Environment environment, boolean isEnabled, List<Line> lines) {
    /** The key of the switch. */
    public static final String SWITCH = "renum.optimizations.enabled";

    /** Copies the lines. */
    public OptimizationReport {
        requireNonNull(environment, "environment");
        lines = List.copyOf(lines);
    }

    /**
     * The default of one setting in this environment.
     *
     * @param key the setting
     * @param module the module that has it, such as {@code renum-health}; of the application's own, the prefix of the section
     * @param value the default in quotes as it may be shown
     * @param plainDefault the default elsewhere, likewise
     * @param because why they differ
     * @param status what came of it
     * @param overriddenBy where the value stands that counts instead, or {@code null} if none does
     */
    public record Line(
            String key,
            String module,
            String value,
            String plainDefault,
            String because,
            Status status,
            @Nullable Origin overriddenBy) {}

    /** What came of a default. */
    public enum Status {
        /** It counts, and is not the plain one. */
        APPLIED,
        /** It counts, and is the same as the plain one. */
        UNCHANGED,
        /** A source sets the key, and that counts. */
        OVERRIDDEN
    }

    /** The report as a table, without secrets. */
    @Override
    public String toString() {
        return OptimizationTable.of(this);
    }
}
