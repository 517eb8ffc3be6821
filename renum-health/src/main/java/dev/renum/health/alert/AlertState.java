package dev.renum.health.alert;

/** How far an alert has come. */
public enum AlertState {
    /** Its condition does not hold, and has not of late. */
    INACTIVE,
    /** Its condition holds, but not yet for long enough. */
    PENDING,
    /** Somebody should do something. */
    FIRING,
    /** It has fired and its condition has not held for long enough since. */
    RESOLVED
}
