package dev.renum.config.reload;

/** Puts a configuration in force, and the former one again. Neither fails. */
public interface Swap {
    /** Puts the new one in force. */
    void forth();

    /** Puts the former one in force again. */
    void back();
}
