package dev.renum.health.alert;

import dev.renum.core.Deadline;

/**
 * A channel on which notifications are delivered.
 *
 * <p>A notifier makes one attempt and says what became of it; the manager groups, waits, tries again and turns to the next notifier. It is called
 * by one thread at a time, {@code renum-health-channel-<name>}. Whatever it throws counts as postponed. What it says and throws is shown, so it must contain no
 * secret.
 */
public interface Notifier extends AutoCloseable {
    /** Names it in logs, figures and threads: 1 to 64 letters, digits, {@code .}, {@code _} or {@code -}; unique in a manager. */
    String name();

    /** Whether it is to be called at all; a manager leaves out one that its settings have switched off. */
    default boolean isEnabled() {
        return true;
    }

    /**
     * Tries once to deliver {@code notification}.
     *
     * @param deadline until when it must be done; then its thread is interrupted, and a later result does not count
     * @throws Exception if the attempt failed in a way that may pass
     */
    Delivery send(Notification notification, Deadline deadline) throws Exception;

    /**
     * Gives back what it holds, such as connections and threads; by default nothing. A manager calls this when it is closed, on the thread that sends. Another
     * manager may use the notifier after that, so a later {@link #send} takes anew what it needs.
     */
    @Override
    default void close() {}
}
