package dev.renum.health.notify;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.health.HealthCode;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Notification;
import dev.renum.health.alert.Notifier;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications by e-mail.
 *
 * <p>Needs {@code org.eclipse.angus:angus-mail} on the class path, or as a module; without it every notification is refused with a sentence that says so, and the next
 * channel of the route is tried. The connection is encrypted unless the settings say otherwise, and the server's certificate is checked. The id of a message is that
 * of its notification for every attempt. A mail counts as delivered if the server takes it for one receiver at least; who did not get it is logged.
 */
public final class EmailNotifier implements Notifier {
    static final String LIBRARY = "org.eclipse.angus:angus-mail:2.0.5";

    private final EmailSettings settings;
    private final String name;
    private final @Nullable SSLSocketFactory sockets;
    private final Logger log;
    private final ScheduledThreadPoolExecutor timer;

    private EmailNotifier(EmailSettings settings, String name, @Nullable SSLSocketFactory sockets, Logger log) {
        this.settings = settings;
        this.name = name;
        this.sockets = sockets;
        this.log = log;
        this.timer = timer("renum-health-mail-" + name);
    }

    /** One that sends to the receivers of {@code settings}, under the name {@code email}. */
    public static EmailNotifier of(EmailSettings settings) {
        return new EmailNotifier(
                requireNonNull(settings, "settings"), "email", null, LoggerFactory.getLogger(EmailNotifier.class));
    }

    /** One that trusts whom {@code sockets} trust, or the authorities of the JVM, and writes to {@code log}. */
    static EmailNotifier of(EmailSettings settings, @Nullable SSLSocketFactory sockets, Logger log) {
        return new EmailNotifier(settings, "email", sockets, log);
    }

    /** The same under another name, where a manager has several. */
    public EmailNotifier named(String name) {
        return new EmailNotifier(settings, requireNonNull(name, "name"), sockets, log);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isEnabled() {
        return settings.enabled();
    }

    @Override
    public Delivery send(Notification notification, Deadline deadline) {
        if (!settings.enabled()) {
            return new Delivery.Refused("renum.health.alerts.email.enabled is false");
        }
        try {
            return new MailTransport(settings, timer, sockets, log).send(notification, deadline);
        } catch (LinkageError e) {
            return withoutLibrary(e);
        }
    }

    static Delivery withoutLibrary(Throwable cause) {
        return new Delivery.Refused(HealthCode.MAIL_LIBRARY_MISSING.id() + " e-mail needs " + LIBRARY
                + " on the class path, and it is not there or not whole: " + Failures.text(cause));
    }

    /** Cuts off writes that take too long; the library would make a thread for each connection. It has no thread while nothing is sent. */
    private static ScheduledThreadPoolExecutor timer(String threads) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, threads);
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Override
    public String toString() {
        return "EmailNotifier[" + name + "]";
    }
}
