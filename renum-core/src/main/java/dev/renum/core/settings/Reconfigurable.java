package dev.renum.core.settings;

/**
 * Takes part in a change of settings while it runs.
 *
 * <p>A change is a transaction in two steps over all participants: every one prepares; if all succeed, every one commits, else those
 * that had prepared discard. A lambda does for most:
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
     * <p>Runs on the thread of the reload, one change at a time, and should take no more than seconds.
     *
     * @throws Exception if {@code next} cannot be taken; the whole change is then rejected
     */
    Prepared prepare(S running, S next) throws Exception;
}
