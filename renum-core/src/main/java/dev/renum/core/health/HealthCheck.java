package dev.renum.core.health;

/**
 * Probes one thing, each time anew.
 *
 * <p>A check may be slow, may block and may throw: whoever runs it bounds its time, interrupts it when that is over and reports
 * the failure. It is never run twice at once, but by changing threads, so state that it keeps must be visible across them. It
 * should honour interrupts; one that does not costs a parked thread until it returns.
 */
@FunctionalInterface
public interface HealthCheck {
    /**
     * Probes now.
     *
     * @throws Exception if the probe failed; counts as {@link HealthStatus#DOWN} with the exception's message
     */
    HealthResult check() throws Exception;

    /**
     * Whether it asks something outside of this process, which a restart of this process cannot cure; default false. Such a check is refused for {@link
     * Probe#LIVENESS}.
     */
    default boolean leavesProcess() {
        return false;
    }
}
