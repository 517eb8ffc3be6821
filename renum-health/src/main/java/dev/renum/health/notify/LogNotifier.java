package dev.renum.health.notify;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Notification;
import dev.renum.health.alert.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes notifications to the log, one line each: as the last channel of a route, or while there is no other. */
public final class LogNotifier implements Notifier {
    private final Logger log;

    LogNotifier(Logger log) {
        this.log = log;
    }

    /** One that writes to the logger of this class, under the name {@code log}. */
    public static LogNotifier create() {
        return new LogNotifier(LoggerFactory.getLogger(LogNotifier.class));
    }

    @Override
    public String name() {
        return "log";
    }

    /** Writes criticals as errors, other firings as warnings, and what is over as information. */
    @Override
    public Delivery send(Notification notification, Deadline deadline) {
        log.atLevel(level(notification))
                .addKeyValue("notification", notification.id())
                .addKeyValue("alerts", notification.alerts().size())
                .log("{}", PlainText.headline(notification));
        return new Delivery.Delivered();
    }

    private static Level level(Notification notification) {
        if (notification.kind() == Notification.Kind.RESOLVED) {
            return Level.INFO;
        }
        return notification.severity() == Severity.CRITICAL ? Level.ERROR : Level.WARN;
    }
}
