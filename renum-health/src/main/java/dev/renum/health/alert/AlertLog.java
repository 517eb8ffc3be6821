package dev.renum.health.alert;

import dev.renum.core.Severity;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** What alerts write to the log: one line for each change. A log that fails must not keep anybody from being told. */
final class AlertLog {
    private final Logger log;

    AlertLog(Logger log) {
        this.log = log;
    }

    /** An alert has begun or ceased to fire. */
    void turned(Alert alert) {
        boolean isFiring = alert.state() == AlertState.FIRING;
        Level level = !isFiring ? Level.INFO : alert.severity() == Severity.CRITICAL ? Level.ERROR : Level.WARN;
        guarded(() -> log.atLevel(level)
                .addKeyValue("alert", alert.id())
                .addKeyValue("severity", alert.severity())
                .log("alert {} is {}: {}", alert.rule(), isFiring ? "firing" : "resolved", alert.summary()));
    }

    /** Somebody has done something about an alert. */
    void done(String what, String id, String who) {
        guarded(() -> log.atInfo().addKeyValue("alert", id).log("{} by {}", what, who));
    }

    void fails(Channel channel, String trouble) {
        guarded(() -> log.atWarn()
                .addKeyValue("channel", channel.name())
                .log("channel {} does not take notifications: {}", channel.name(), trouble));
    }

    void recovers(Channel channel) {
        guarded(() -> log.atInfo()
                .addKeyValue("channel", channel.name())
                .log("channel {} takes notifications again", channel.name()));
    }

    void staysOpen(Channel channel, String trouble) {
        guarded(() -> log.atWarn()
                .addKeyValue("channel", channel.name())
                .log("channel {} is not closed, what it holds may stay: {}", channel.name(), trouble));
    }

    void lost(Channel channel, Notification notification) {
        guarded(() -> log.atError()
                .addKeyValue("channel", channel.name())
                .log(
                        "a notification is lost, channel {} {}: {}",
                        channel.name(),
                        channel.trouble(),
                        notification.title()));
    }

    /** A route has ended with alerts, or ends of alerts, that nobody will hear of. */
    void abandoned(String route, int lost) {
        guarded(() -> log.atWarn()
                .addKeyValue("route", route)
                .log("route {} is closed, {} alerts or ends of alerts that waited are lost", route, lost));
    }

    void failed(String what, Throwable failure) {
        guarded(() -> log.atError().setCause(failure).log(what));
    }

    private static void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (Throwable t) {
            // The log itself is the only place where this could be said.
        }
    }
}
