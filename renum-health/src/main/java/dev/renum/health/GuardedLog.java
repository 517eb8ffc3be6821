package dev.renum.health;

/** The log as this package writes to it: one that fails must not reach whoever registers, refreshes or stops, nor end the scheduler. */
final class GuardedLog {
    private GuardedLog() {}

    static void write(Runnable writing) {
        try {
            writing.run();
        } catch (Throwable t) {
            // The log itself is the only place where this could be said.
        }
    }
}
