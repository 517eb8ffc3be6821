package dev.renum.core.settings;

/**
 * A change that a {@link Reconfigurable} is ready to make. Exactly one of {@code commit} and {@code discard} follows, perhaps on another thread than
 * {@code prepare}, with the same limit of time. A step that fails is not repeated.
 */
@FunctionalInterface
public interface Prepared {
    /**
     * Makes the change; the new settings are in force already. Should not fail: if it throws, it must have left everything as it was, since nothing
     * more is called here, while the participants before it are rolled back. One that exceeds the limit of time is interrupted, and rolled back if it
     * returns all the same.
     */
    void commit();

    /** Undoes a {@link #commit()} that returned, because a later participant's failed. */
    default void rollback() {}

    /** Gives up what was prepared, because the change will not happen. */
    default void discard() {}
}
