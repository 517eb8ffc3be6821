package dev.renum.config;

/** How much is logged, from everything to nothing; the names that the logging libraries share. */
public enum LogLevel {
    /** Every step. */
    TRACE,
    /** What a developer needs. */
    DEBUG,
    /** What an operator needs. */
    INFO,
    /** What may become a problem. */
    WARN,
    /** What is a problem. */
    ERROR,
    /** Nothing. */
    OFF
}
