package dev.renum.health.alert;

import dev.renum.core.Deadline;

/**
 * A channel on which notifications are delivered.
 *
 * <p>Called by one thread at a time, that of its outbox, which retries, waits and groups; a notifier makes one attempt and says what became
 * of it. An exception counts as postponed.
 */
public interface Notifier {
    /** Names it in logs, figures and threads: 1 to 64 letters, digits, {@code .}, {@code _} or {@code -}; unique in a manager. */
    String name();

    /**
     * Tries once to deliver {@code notification}.
     *
     * @param deadline until when it must be done; later results do not count
     * @throws Exception if the attempt failed in a way that may pass
     */
    Delivery send(Notification notification, Deadline deadline) throws Exception;
}
