package dev.renum.core;

/**
 * Lets a module act only once the caller's unit of work has committed.
 *
 * <p>A contract: nothing in Renum implements or calls it yet. A host with transactions of its own (Spring, JTA) writes it in ten lines
 * over its synchronization API.
 */
public interface CommitHook {
    /** Whether the calling thread is inside a unit of work. */
    boolean inUnit();

    /**
     * Runs {@code action} on this thread after the current unit of work has committed, and never if it rolls back.
     *
     * <p>Actions run in the order of their registration; one that throws does not stop the others and cannot undo the commit.
     *
     * @throws IllegalStateException if the calling thread is not inside a unit of work
     */
    void afterCommit(Runnable action);
}
