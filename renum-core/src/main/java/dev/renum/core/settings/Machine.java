package dev.renum.core.settings;

/**
 * What the application runs on, as the JVM sees it: in a container, what the container may use.
 *
 * @param cores how many processors there are, at least 1
 * @param memory how large the heap may grow, in bytes, at least 1
 */
public record Machine(int cores, long memory) {
    /**
     * Checks that there is something to run on.
     *
     * @throws IllegalArgumentException if {@code cores} or {@code memory} is below 1
     */
    public Machine {
        if (cores < 1 || memory < 1) {
            throw new IllegalArgumentException(
                    "a machine of " + cores + " cores and " + memory + " bytes is not allowed: use 1 or more of each");
        }
    }

    /** The one that this JVM runs on, now. */
    public static Machine current() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(runtime.availableProcessors(), runtime.maxMemory());
    }
}
