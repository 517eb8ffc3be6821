package dev.renum.health.alert;

import dev.renum.core.Backoff;
import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What makes tests of alerts short: a pace without patience, notifiers and alerts in one line. */
public final class Hasty {
    /** Almost no waiting, and no next channel. */
    static final Pace PACE = new Pace(
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofSeconds(20),
            new Backoff(Duration.ofNanos(1), Duration.ofMillis(1)),
            Duration.ofDays(1));

    private Hasty() {}

    /** Lets {@code builder} build a manager that waits for almost nothing. */
    public static AlertManager.Builder hurry(AlertManager.Builder builder) {
        return builder.pace(PACE);
    }

    /** What a notifier does with a notification. */
    public interface Sending {
        /** Does it. */
        Delivery send(Notification notification) throws Exception;
    }

    /** A notifier called {@code name} that does {@code sending}. */
    public static Notifier notifier(String name, Sending sending) {
        return new Notifier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Delivery send(Notification notification, Deadline deadline) throws Exception {
                return sending.send(notification);
            }
        };
    }

    /** An alert that fires. */
    public static Alert alert(String id, Severity severity) {
        return new Alert(id, id, Map.of(), severity, AlertState.FIRING, Instant.EPOCH, 1, "is high", null, null, null);
    }
}
