package dev.renum.core;

/** How much a finding matters, in ascending order from harmless to a threat to the system's stability. */
public enum Severity {
    /** All improvements work. */
    INFO,
    /** Some improvements are unavailable; the system works. */
    WARNING,
    /** Specific functions suffer. */
    ERROR,
    /** The system's stability is at risk. */
    CRITICAL
}
