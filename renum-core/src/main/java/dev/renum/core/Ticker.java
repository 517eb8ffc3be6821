package dev.renum.core;

/**
 * A monotonic source of time for durations and deadlines; tests put a fake in its place.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since an arbitrary origin; only differences mean something, and they never shrink. */
    long read();

    /** The clock of the JVM, {@link System#nanoTime()}; a suspended machine may stop it. */
    static Ticker system() {
        return System::nanoTime;
    }
}
