package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

/** The dependencies have a finding that was asked to stop the start. Its message is the whole report. */
public final class DependencyValidationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ValidationReport report;

    DependencyValidationException(ValidationReport report) {
        super(report.text());
        this.report = requireNonNull(report, "report");
    }

    /** Everything that was found; not there any more after the exception has been serialized. */
    public ValidationReport report() {
        return report;
    }
}
