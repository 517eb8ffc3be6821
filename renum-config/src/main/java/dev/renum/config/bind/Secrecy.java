package dev.renum.config.bind;

/** Whether the value of a setting may be shown. */
enum Secrecy {
    /** Nothing forbids it. */
    OPEN,
    /** Some source keeps it among the secrets, whichever counts, or a reference in it leads to a secret. */
    KEPT,
    /** It is declared or named as a secret. */
    SECRET
}
