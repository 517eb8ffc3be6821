package dev.renum.micrometer;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/** The codes under which trouble with meters is logged. */
public enum MeterCode implements FindingCode {
    /** A component failed to give its figures; they are unknown until it does. */
    SOURCE_FAILED("RNM-MIC-001", Severity.WARNING),
    /** A registry refused a meter; that figure is missing there. */
    METER_REFUSED("RNM-MIC-002", Severity.WARNING);

    private final String id;
    private final Severity severity;

    MeterCode(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
