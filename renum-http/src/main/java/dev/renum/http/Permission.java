package dev.renum.http;

/** What a caller must be allowed to do, in ascending order; each includes those before it. */
public enum Permission {
    /** Ask whether the process lives: status only, without details. */
    PROBE,
    /** See figures, causes and masked settings. */
    VIEW,
    /** Change the course of things: acknowledge an alert, clear a cache. */
    OPERATE,
    /** Everything. */
    ADMIN
}
