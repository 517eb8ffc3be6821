package dev.renum.config.report;

import dev.renum.core.Environment;
import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/**
 * The rules that every configuration is judged by, whoever owns a key: security ({@code SEC}), availability ({@code HA}) and disaster recovery
 * ({@code DR}).
 *
 * <p>A security rule is an error in production and a warning elsewhere; some hold in production only, because they forbid what a developer needs.
 * Availability and recovery are warnings everywhere and never stop a start. Rules of one module's settings report under the same codes.
 */
public enum RuleCode implements FindingCode {
    /** The application shows what only its developers should see. Production only. */
    DEBUG_MODE("SEC-001", true),
    /** The log has so much detail that it has data, or the values of SQL parameters. Production only. */
    VERBOSE_LOG("SEC-002", true),
    /** Whoever causes an error sees its details. Production only. */
    ERROR_DETAILS("SEC-003", true),
    /** A password is empty, a default of some product, or known to everybody. */
    KNOWN_PASSWORD("SEC-004", false),
    /** A secret is short, or has few different characters. */
    WEAK_SECRET("SEC-005", false),
    /** A secret stands in clear in a file of the class path or in the code, so that everybody who has the program has it. */
    SHIPPED_SECRET("SEC-006", false),
    /** A value that looks like a token stands where nobody expects one, and is not hidden. */
    MISPLACED_TOKEN("SEC-007", false),
    /** A connection that leaves the machine is not encrypted, or trusts whoever answers. */
    UNPROTECTED_CONNECTION("SEC-008", false),
    /** A version or a cipher suite of TLS is one that is known to be broken. */
    OLD_TLS("SEC-009", false),
    /** HTTP without TLS leaves the machine. */
    PLAIN_HTTP("SEC-010", false),
    /** Pages of every origin may read the answers. */
    OPEN_CORS("SEC-011", false),
    /** Monitoring asks nobody who he is, or listens on every network; the latter is judged by renum-monitoring. */
    OPEN_MONITORING("SEC-012", false),
    /** A file of the secrets directory can be read by every user of the machine. */
    READABLE_SECRET_FILE("SEC-013", false),
    /** A developer's {@code .env} file lies where production was started. Production only. */
    ENV_FILE("SEC-017", true),
    /** An example, a test double or an embedded database is in use. Production only. */
    PLACEHOLDER("SEC-018", true),
    /** The schema of the database is changed by whichever version starts. Production only. */
    SCHEMA_CHANGES("SEC-019", true),
    /** Redis is one node. */
    SINGLE_REDIS_NODE("HA-001"),
    /** The database is one host. */
    SINGLE_DATABASE_HOST("HA-002"),
    /** A stop gives requests less time than a request may take. */
    SHORT_SHUTDOWN("HA-003"),
    /** A step may take longer than the whole that it belongs to. */
    TIMEOUTS_NOT_NESTED("HA-004"),
    /** All instances together may open more connections than the database accepts. */
    POOLS_OVER_DATABASE("HA-005"),
    /** Backups are provided for and not set up. */
    NO_BACKUP("DR-001"),
    /** Backups are farther apart than the loss that is accepted. */
    RARE_BACKUPS("DR-002");

    private final String id;
    private final Severity severity;
    private final boolean isForProductionOnly;

    RuleCode(String id, boolean isForProductionOnly) {
        this(id, Severity.ERROR, isForProductionOnly);
    }

    RuleCode(String id) {
        this(id, Severity.WARNING, false);
    }

    RuleCode(String id, Severity severity, boolean isForProductionOnly) {
        this.id = id;
        this.severity = severity;
        this.isForProductionOnly = isForProductionOnly;
    }

    @Override
    public String id() {
        return id;
    }

    /** How much a finding matters in production. */
    @Override
    public Severity severity() {
        return severity;
    }

    /** How much a finding matters in {@code environment}. */
    public Severity severityIn(Environment environment) {
        return environment.isProduction() ? severity : Severity.WARNING;
    }

    /** Whether the rule holds in {@code environment} at all. */
    public boolean holdsIn(Environment environment) {
        return environment.isProduction() || !isForProductionOnly;
    }

    /** Whether it is about security, not about availability or recovery. */
    public boolean isSecurity() {
        return id.startsWith("SEC-");
    }
}
