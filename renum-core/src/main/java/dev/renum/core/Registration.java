package dev.renum.core;

/** A handle to something registered; closing it takes that thing away again. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Undoes the registration; a second call does nothing, and no call throws. Safe from any thread. */
    @Override
    void close();
}
