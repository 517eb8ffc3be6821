package dev.renum.http;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/** The codes of the problems with which an adapter answers. */
public enum HttpCode implements FindingCode {
    /** No route matches the path. */
    NOT_FOUND("RNM-HTP-001", Severity.INFO),
    /** The path has a slash too many at its end. */
    TRAILING_SLASH("RNM-HTP-002", Severity.INFO),
    /** The path, but not the method, is one of a route. */
    METHOD_NOT_ALLOWED("RNM-HTP-003", Severity.INFO),
    /** The method is not one that anybody here answers. */
    METHOD_UNKNOWN("RNM-HTP-004", Severity.INFO),
    /** A part of the path or of the query is not UTF-8 in percent encoding. */
    MALFORMED_ENCODING("RNM-HTP-005", Severity.INFO),
    /** The path has empty segments, {@code .} or {@code ..}, or encoded separators: servers on its way may understand it differently. */
    AMBIGUOUS_PATH("RNM-HTP-006", Severity.INFO),
    /** The query has more than 100 parameters. */
    TOO_MANY_PARAMETERS("RNM-HTP-007", Severity.INFO),
    /** The body is larger than the adapter allows. */
    BODY_TOO_LARGE("RNM-HTP-008", Severity.INFO),
    /** The body could not be read to its end. */
    BODY_UNREADABLE("RNM-HTP-009", Severity.INFO),
    /** A handler or filter failed; the log says more under the id that the problem names. */
    HANDLER_FAILED("RNM-HTP-010", Severity.ERROR),
    /** A streamed body failed on its way, and the connection was cut. */
    BODY_INCOMPLETE("RNM-HTP-011", Severity.ERROR);

    private final String id;
    private final Severity severity;

    HttpCode(String id, Severity severity) {
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
