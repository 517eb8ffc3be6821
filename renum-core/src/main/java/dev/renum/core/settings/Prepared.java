package dev.renum.core.settings;

/** A change that a {@link Reconfigurable} is ready to make. Exactly one of {@code commit} and {@code discard} follows. */
@FunctionalInterface
public interface Prepared {
    /** Makes the change. Should not fail; if it does, all participants that have committed are rolled back. */
    void commit();

    /** Undoes a {@link #commit()} because a later participant's failed. */
    default void rollback() {}

    /** Gives up what was prepared, because the change will not happen. */
    default void discard() {}
}
