package dev.renum.health.alert;

/** What an alert does while its figure is not known. */
public enum NoData {
    /** It stays as it is: what fires goes on firing, what is pending does not begin to fire. */
    KEEP,
    /** It behaves as if all were well. */
    CLEAR,
    /** It behaves as if its condition held. */
    FIRE
}
