package dev.renum.example.backend;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/** The codes of the application's own problems: of requests, and of its configuration. */
enum BackendCode implements FindingCode {
    BAD_REQUEST("TEAM-001", Severity.INFO),
    NO_SUCH_TEAM("TEAM-002", Severity.INFO),
    NAME_TAKEN("TEAM-003", Severity.INFO),
    STORAGE_DOWN("TEAM-004", Severity.ERROR),
    TOO_MANY_REQUESTS("TEAM-005", Severity.INFO),
    BURST_TOO_SMALL("BACKEND-001", Severity.ERROR);

    private final String id;
    private final Severity severity;

    BackendCode(String id, Severity severity) {
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
