package dev.renum.testkit;

/** Does something when the JVM exits, unless it is cancelled before. */
final class ExitHook {
    private final Thread thread;

    private ExitHook(Thread thread) {
        this.thread = thread;
    }

    static ExitHook of(String name, Runnable action) {
        Thread thread = new Thread(action, "renum-testkit-exit-" + name);
        Runtime.getRuntime().addShutdownHook(thread);
        return new ExitHook(thread);
    }

    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException exiting) {
            // The hook runs already or will; what it does is idempotent.
        }
    }
}
