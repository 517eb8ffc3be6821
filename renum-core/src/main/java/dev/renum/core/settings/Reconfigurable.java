package dev.renum.core.settings;

/**
 * Takes part in a change of settings while it runs.
 *
 * <p>A change is a transaction over all participants whose section differs: one after the other prepares; if all succeed, the new settings are put in
 * force and one after the other commits. Where one fails, those that have committed roll back, those that have only prepared discard, and the
 * former settings are in force again. A lambda does for most:
 *
 * <pre>{@code
 * Reconfigurable<BackendSettings> logging = (running, next) -> () -> log.level(next.logLevel());
 * }</pre>
 *
 * @param <S> the section
 */
@FunctionalInterface
public interface Reconfigurable<S> {
    /**
     * Gets ready for {@code next} without any visible effect: validates, opens what will be needed.
     *
     * <p>One change at a time, but each step of it may run on another thread and has a limit of time, 10 s unless configured otherwise. Whoever exceeds it
     * is interrupted and counts as failed; what it returns all the same is discarded. The call must not start another change and wait for it.
     *
     * @param running the settings in force, which differ from {@code next}
     * @param next the settings that will be in force
     * @return the change, ready to be made; never {@code null}
     * @throws Exception if {@code next} cannot be taken; the whole change is then rejected
     */
    Prepared prepare(S running, S next) throws Exception;
}
