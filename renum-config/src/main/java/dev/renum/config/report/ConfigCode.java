package dev.renum.config.report;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/** The codes of everything that this module finds. */
public enum ConfigCode implements FindingCode {
    /** The name of the environment is not known. */
    UNKNOWN_ENVIRONMENT("RNM-CFG-001", Severity.ERROR),
    /** A file or directory cannot be read, or is larger than 4 MiB. */
    SOURCE_UNREADABLE("RNM-CFG-002", Severity.ERROR),
    /** A file is not valid in its format. */
    MALFORMED_FILE("RNM-CFG-003", Severity.ERROR),
    /** The same file exists in several formats, so that nobody can tell which one counts. */
    AMBIGUOUS_FILE("RNM-CFG-004", Severity.ERROR),
    /** A YAML file exists, but the library that reads it is not there. */
    YAML_ENGINE_MISSING("RNM-CFG-005", Severity.ERROR),
    /** A file sets one key twice. */
    DUPLICATE_KEY("RNM-CFG-006", Severity.ERROR),
    /** A value is not of the type of its setting. */
    INVALID_VALUE("RNM-CFG-010", Severity.ERROR),
    /** A value is outside the range of its setting. */
    OUT_OF_RANGE("RNM-CFG-011", Severity.ERROR),
    /** A required setting has no value. */
    MISSING_VALUE("RNM-CFG-012", Severity.ERROR),
    /** A key under the prefix of a section belongs to no setting. */
    UNKNOWN_KEY("RNM-CFG-013", Severity.ERROR),
    /** An environment variable of the application belongs to no setting. */
    UNKNOWN_VARIABLE("RNM-CFG-014", Severity.WARNING),
    /** A key belongs to a module whose section the host does not read. */
    SECTION_NOT_READ("RNM-CFG-015", Severity.WARNING),
    /** The constructor of a section refuses the values as they are together. */
    REJECTED_SECTION("RNM-CFG-016", Severity.ERROR),
    /** A value refers to a key that has none, or to itself. */
    UNRESOLVED_REFERENCE("RNM-CFG-017", Severity.ERROR),
    /** Two keys share the name of one environment variable. */
    AMBIGUOUS_VARIABLE("RNM-CFG-018", Severity.ERROR),
    /** The record of a section may not be created by this module. */
    SECTION_NOT_ACCESSIBLE("RNM-CFG-019", Severity.ERROR),
    /** A variable is set in two spellings. */
    VARIABLE_SET_TWICE("RNM-CFG-020", Severity.ERROR),
    /** A key is set under a name that it had in an earlier version. */
    FORMER_KEY("RNM-CFG-021", Severity.WARNING),
    /** A key is set under its name of today and under a former one. */
    SET_UNDER_TWO_NAMES("RNM-CFG-022", Severity.ERROR),
    /** A key is set that existed in an earlier version only. */
    REMOVED_KEY("RNM-CFG-023", Severity.ERROR),
    /** A key of Renum's own does nothing where it is set, or nowhere. */
    WITHOUT_EFFECT("RNM-CFG-024", Severity.WARNING),
    /** A section could not be made, and nothing says why. */
    SECTION_LOST("RNM-CFG-025", Severity.ERROR),
    /** A rule could not do its work. */
    RULE_FAILED("RNM-CFG-030", Severity.ERROR),
    /** The last day of a waiver is over. */
    WAIVER_EXPIRED("RNM-CFG-031", Severity.WARNING),
    /** A waiver accepts something that no rule objects to. */
    WAIVER_UNUSED("RNM-CFG-032", Severity.WARNING),
    /** A value that an environment will have at its deployment, and that nobody can know before. */
    EXPECTED_AT_DEPLOYMENT("RNM-CFG-033", Severity.INFO),
    /** Changed sources cannot be used, so that an older configuration stays in force. */
    RELOAD_REJECTED("RNM-CFG-040", Severity.WARNING),
    /** A file of the configuration in force is gone. */
    FILE_VANISHED("RNM-CFG-041", Severity.ERROR),
    /** A part of the application could not take a change over. */
    PARTICIPANT_FAILED("RNM-CFG-042", Severity.ERROR),
    /** Files did not stand still while they were read. */
    UNSTABLE_SOURCES("RNM-CFG-043", Severity.ERROR),
    /** A reload was asked for where reloading is switched off. */
    RELOAD_DISABLED("RNM-CFG-044", Severity.ERROR),
    /** Something failed during a reload that neither the configuration nor a participant is blamed for, such as a record's own {@code equals}. */
    RELOAD_FAILED("RNM-CFG-045", Severity.ERROR),
    /** A function that computes defaults for the machine failed, so that the declared ones hold. */
    MACHINE_DEFAULT_FAILED("RNM-CFG-050", Severity.WARNING),
    /** The arguments of a tool make no command. */
    WRONG_ARGUMENTS("RNM-CFG-051", Severity.ERROR);

    private final String id;
    private final Severity severity;

    ConfigCode(String id, Severity severity) {
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
