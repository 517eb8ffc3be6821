package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

/** What became of a reload. */
public sealed interface ReloadResult {
    /**
     * A new configuration is in force.
     *
     * @param change what is different now, or will be after a restart
     */
    record Applied(ConfigChange change) implements ReloadResult {
        /** Checks that there is a change. */
        public Applied {
            requireNonNull(change, "change");
        }
    }

    /** No value is different from the configuration in force and those that wait for a restart. */
    record Unchanged() implements ReloadResult {}

    /**
     * The configuration in force stays, because the new one cannot be used, or may not even be read.
     *
     * @param report why; has at least one error
     */
    record Rejected(ConfigReport report) implements ReloadResult {
        /** Checks that there is a reason. */
        public Rejected {
            requireNonNull(report, "report");
        }
    }
}
