package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.report.ConfigReport;

/** The configuration cannot be used; says everything that is wrong with it at once. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConfigReport report;

    ConfigurationException(ConfigReport report) {
        super(requireNonNull(report, "report").toString());
        this.report = report;
    }

    /** Every problem; its {@code toString} is meant for the person at the console. */
    public ConfigReport report() {
        return report;
    }
}
