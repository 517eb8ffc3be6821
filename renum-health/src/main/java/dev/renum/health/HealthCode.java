package dev.renum.health;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;

/** The codes of every cause that this module gives. */
public enum HealthCode implements FindingCode {
    /** A check did not answer in time. */
    TIMEOUT("RNM-HLT-001", Severity.ERROR),
    /** A check threw. */
    CHECK_FAILED("RNM-HLT-002", Severity.ERROR),
    /** A check returned null. */
    NO_RESULT("RNM-HLT-003", Severity.ERROR),
    /** The executor refused to run a check. */
    NOT_RUN("RNM-HLT-004", Severity.ERROR),
    /** The monitor has stopped renewing its snapshot. */
    STALE("RNM-HLT-005", Severity.CRITICAL),
    /** A check has not answered yet. */
    NO_RESULT_YET("RNM-HLT-006", Severity.INFO),
    /** The application is shutting down. */
    SHUTTING_DOWN("RNM-HLT-007", Severity.INFO),
    /** A check that decides about restarts asks something outside of this process. */
    LIVENESS_LEAVES_PROCESS("RNM-HLT-008", Severity.ERROR),
    /** A database cannot be reached or does not answer. */
    DATABASE_DOWN("RNM-HLT-010", Severity.ERROR),
    /** A database may work, but all connections of the pool are in use. */
    POOL_EXHAUSTED("RNM-HLT-011", Severity.WARNING),
    /** A port refuses connections, or there is no way to it. */
    CONNECT_FAILED("RNM-HLT-012", Severity.ERROR),
    /** No connection has come about in time. */
    CONNECT_TIMEOUT("RNM-HLT-013", Severity.ERROR),
    /** There was a connection, and no whole answer in time. */
    NO_ANSWER("RNM-HLT-014", Severity.ERROR),
    /** An answer is not what was expected, or breaks off. */
    BAD_ANSWER("RNM-HLT-015", Severity.ERROR),
    /** A response has a status that is not accepted. */
    HTTP_STATUS("RNM-HLT-016", Severity.ERROR),
    /** A response leads elsewhere, where this check may not go. */
    REDIRECT_REFUSED("RNM-HLT-017", Severity.ERROR),
    /** A response is larger than what is read of it. */
    BODY_TOO_LARGE("RNM-HLT-018", Severity.WARNING),
    /** A host has a private address, where this check may not go. */
    PRIVATE_TARGET("RNM-HLT-019", Severity.ERROR),
    /** Little space is left on a disk. */
    DISK_LOW("RNM-HLT-020", Severity.WARNING),
    /** Almost no space is left on a disk. */
    DISK_FULL("RNM-HLT-021", Severity.ERROR),
    /** A directory does not exist or is none. */
    DIRECTORY_MISSING("RNM-HLT-022", Severity.ERROR),
    /** A name has no address. */
    NAME_UNKNOWN("RNM-HLT-023", Severity.ERROR),
    /** The resolver of names has not answered in time. */
    NAME_TIMEOUT("RNM-HLT-024", Severity.ERROR),
    /** A name has fewer addresses than it should. */
    FEW_ADDRESSES("RNM-HLT-025", Severity.WARNING),
    /** A certificate ends soon. */
    CERTIFICATE_ENDS_SOON("RNM-HLT-026", Severity.WARNING),
    /** A certificate is about to end. */
    CERTIFICATE_ENDS("RNM-HLT-027", Severity.CRITICAL),
    /** A certificate has ended. */
    CERTIFICATE_ENDED("RNM-HLT-028", Severity.CRITICAL),
    /** A certificate is not trusted, or is that of another host. */
    CERTIFICATE_REFUSED("RNM-HLT-029", Severity.ERROR),
    /** No TLS connection came about, for a reason other than the certificate. */
    TLS_FAILED("RNM-HLT-030", Severity.ERROR),
    /** Something that should happen again and again does not. */
    HEARTBEAT_MISSED("RNM-HLT-031", Severity.ERROR),
    /** Almost nothing of the heap is left after a collection. */
    HEAP_FULL("RNM-HLT-032", Severity.CRITICAL),
    /** A route is slower than the settings expect. */
    ROUTE_SLOW("RNM-HLT-040", Severity.WARNING),
    /** A route fails more often than the settings expect. */
    ROUTE_FAILS("RNM-HLT-041", Severity.ERROR),
    /** Requests, all together, are slower than the settings expect. */
    REQUESTS_SLOW("RNM-HLT-042", Severity.WARNING),
    /** Requests, all together, fail more often than the settings expect. */
    REQUESTS_FAIL("RNM-HLT-043", Severity.ERROR),
    /** Little CPU time is left. */
    CPU_BUSY("RNM-HLT-044", Severity.WARNING),
    /** Little memory is left on the machine or in the container. */
    MEMORY_SHORT("RNM-HLT-045", Severity.WARNING),
    /** A disk is almost full. */
    DISK_FILLING("RNM-HLT-046", Severity.WARNING),
    /** Few file descriptors are left. */
    FILES_SHORT("RNM-HLT-047", Severity.WARNING),
    /** Little heap is left after a collection. */
    HEAP_SHORT("RNM-HLT-048", Severity.ERROR),
    /** Garbage collection takes much of the time. */
    GC_PRESSURE("RNM-HLT-049", Severity.ERROR),
    /** Threads wait for a connection of a pool. */
    POOL_WAITS("RNM-HLT-050", Severity.WARNING),
    /** Threads wait for each other for ever. */
    DEADLOCK("RNM-HLT-051", Severity.CRITICAL),
    /** There are more series of figures than are kept. */
    SERIES_DROPPED("RNM-HLT-060", Severity.WARNING),
    /** A watched component fails to give its figures. */
    SOURCE_FAILED("RNM-HLT-061", Severity.WARNING),
    /** A watched component does not come to an end with giving its figures. */
    SOURCE_HANGS("RNM-HLT-062", Severity.WARNING),
    /** Some figures of the system cannot be found out here. */
    FIGURES_UNKNOWN("RNM-HLT-063", Severity.INFO),
    /** A library that something requires is not there. */
    LIBRARY_MISSING("RNM-HLT-100", Severity.ERROR),
    /** A library is there in a version that something does not work with. */
    LIBRARY_OUT_OF_RANGE("RNM-HLT-101", Severity.ERROR),
    /** A library is there, and nothing tells its version. */
    LIBRARY_VERSION_UNKNOWN("RNM-HLT-102", Severity.WARNING),
    /** Libraries that are released together are there in several versions. */
    FAMILY_DISAGREES("RNM-HLT-103", Severity.WARNING),
    /** One library is there more than once. */
    DUPLICATE_LIBRARY("RNM-HLT-104", Severity.WARNING),
    /** Two jars have classes of the same name. */
    DOUBLE_CLASSES("RNM-HLT-105", Severity.WARNING),
    /** What writes the log does not fit the API of logging, or is there twice, or is not there. */
    LOGGING_PROVIDER("RNM-HLT-106", Severity.WARNING),
    /** Something does not work with this version of Java. */
    JAVA_OUT_OF_RANGE("RNM-HLT-107", Severity.ERROR),
    /** A service is required that no check watches. */
    SERVICE_UNWATCHED("RNM-HLT-110", Severity.ERROR),
    /** A service that is required does not answer. */
    SERVICE_UNREACHABLE("RNM-HLT-111", Severity.ERROR),
    /** A service has a version that something does not work with. */
    SERVICE_OUT_OF_RANGE("RNM-HLT-112", Severity.ERROR),
    /** A service answers, and its check does not tell its version. */
    SERVICE_VERSION_UNKNOWN("RNM-HLT-113", Severity.WARNING),
    /** Nobody knows yet whether a service answers. */
    SERVICE_NOT_PROBED("RNM-HLT-114", Severity.WARNING),
    /** A jar, or something in it, cannot be read. */
    JAR_UNREADABLE("RNM-HLT-120", Severity.WARNING),
    /** A jar, or something in it, is larger than what is looked at. */
    JAR_TOO_LARGE("RNM-HLT-121", Severity.WARNING),
    /** What a jar requires cannot be understood. */
    REQUIREMENTS_INVALID("RNM-HLT-122", Severity.WARNING),
    /** The class path names something that does not exist. */
    CLASS_PATH_ENTRY_MISSING("RNM-HLT-123", Severity.INFO),
    /** The dependencies have not been looked through yet. */
    VALIDATION_PENDING("RNM-HLT-124", Severity.WARNING),
    /** The dependencies could not be looked through. */
    VALIDATION_FAILED("RNM-HLT-125", Severity.WARNING),
    /** The rules of alerts are not judged. */
    ALERTS_NOT_EVALUATED("RNM-HLT-140", Severity.ERROR),
    /** A rule of alerts cannot be judged. */
    RULE_FAILED("RNM-HLT-141", Severity.WARNING),
    /** There are more alerts than are kept. */
    TOO_MANY_ALERTS("RNM-HLT-142", Severity.WARNING),
    /** A rule of alerts is about a figure that nobody measures. */
    UNKNOWN_METRIC("RNM-HLT-143", Severity.ERROR),
    /** A channel does not take notifications at the moment. */
    CHANNEL_FAILS("RNM-HLT-160", Severity.WARNING),
    /** A notification was lost, because nobody will ever take it. */
    NOTIFICATION_LOST("RNM-HLT-161", Severity.ERROR),
    /** E-mail is to be sent, and the library for that is not there. */
    MAIL_LIBRARY_MISSING("RNM-HLT-162", Severity.ERROR);

    private final String id;
    private final Severity severity;

    HealthCode(String id, Severity severity) {
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
