package dev.renum.monitoring;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/** The codes of the problems of this module. */
public enum MonitoringCode implements FindingCode {
    /** A caller has shown no token, or a wrong one. */
    TOKEN_NEEDED("RNM-MON-001", Severity.INFO),
    /** There is no token that would open the route. */
    NO_TOKEN_CONFIGURED("RNM-MON-002", Severity.WARNING),
    /** The module that a route speaks of is not there. */
    MODULE_ABSENT("RNM-MON-003", Severity.INFO),
    /** The server cannot listen on its address and port. */
    CANNOT_LISTEN("RNM-MON-004", Severity.ERROR);

    private final String id;
    private final Severity severity;

    MonitoringCode(String id, Severity severity) {
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
