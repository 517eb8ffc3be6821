package dev.renum.micrometer;

/** The log as this package writes to it: one that fails must not cost whoever scrapes, or binds, the other figures. */
final class GuardedLog {
    private GuardedLog() {}

    static void write(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException | LinkageError e) {
            // The log itself is the only place where this could be said.
        }
    }
}
