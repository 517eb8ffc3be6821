package dev.renum.config.bind;

/** Whether the value of a setting may be shown. */
enum Secrecy {
    /** Nothing forbids it. */
    OPEN,
    /** Some source keeps it among the secrets, whichever counts. */
    KEPT,
    /** It is declared or named as a secret. */
    SECRET
}
