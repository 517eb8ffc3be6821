package dev.renum.health.alert;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.health.background.BackgroundLog;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * What alerts write to the log: one line for each change. A log that fails or blocks must not keep anybody from being told. Safe for use by many threads.
 */
final class AlertLog {
    private final BackgroundLog lines;

    AlertLog(Logger log) {
        this.lines = BackgroundLog.of(log);
    }

    /** An alert has begun or ceased to fire. */
    void turned(Alert alert) {
        String turn = alert.state() == AlertState.FIRING ? "firing" : "resolved";
        write(log -> log.atLevel(level(alert))
                .addKeyValue("alert", alert.id())
                .addKeyValue("severity", alert.severity())
                .addKeyValue("symptomOf", alert.symptomOf())
                .log("alert {} is {}: {}", alert.rule(), turn, alert.summary()));
    }

    /** Nobody is to be woken by the line of an alert that another one explains. */
    private static Level level(Alert alert) {
        boolean isOver = alert.state() != AlertState.FIRING;
        if (isOver || alert.symptomOf() != null) {
            return Level.INFO;
        }
        return alert.severity() == Severity.CRITICAL ? Level.ERROR : Level.WARN;
    }

    /** Somebody has done something about an alert. */
    void done(String what, String id, String who) {
        write(log -> log.atInfo().addKeyValue("alert", id).log("{} by {}", what, who));
    }

    void fails(Channel channel, String trouble) {
        write(log -> log.atWarn()
                .addKeyValue("channel", channel.name())
                .log("channel {} does not take notifications: {}", channel.name(), trouble));
    }

    void recovers(Channel channel) {
        write(log -> log.atInfo()
                .addKeyValue("channel", channel.name())
                .log("channel {} takes notifications again", channel.name()));
    }

    void staysOpen(Channel channel, String trouble) {
        write(log -> log.atWarn()
                .addKeyValue("channel", channel.name())
                .log("channel {} is not closed, what it holds may stay: {}", channel.name(), trouble));
    }

    void lost(Channel channel, Notification notification) {
        String trouble = String.valueOf(channel.trouble());
        write(log -> log.atError()
                .addKeyValue("channel", channel.name())
                .log("a notification is lost, channel {} {}: {}", channel.name(), trouble, notification.title()));
    }

    /** A route has ended with alerts, or ends of alerts, that nobody will hear of. */
    void abandoned(String route, int lost) {
        write(log -> log.atWarn()
                .addKeyValue("route", route)
                .log("route {} is closed, {} alerts or ends of alerts that waited are lost", route, lost));
    }

    void failed(String what, Throwable failure) {
        write(log -> log.atError().setCause(BackgroundLog.masked(failure)).log(what));
    }

    /** Waits until all lines are written, or until {@code deadline}, and gives up on the rest. */
    void close(Deadline deadline) {
        lines.close(deadline);
    }

    private void write(Consumer<Logger> line) {
        try {
            lines.write(line);
        } catch (Throwable t) {
            // The log itself is the only place where this could be said.
        }
    }
}
