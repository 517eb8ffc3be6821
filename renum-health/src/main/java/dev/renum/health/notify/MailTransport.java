package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.core.settings.Secret;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Notification;
import dev.renum.health.text.Texts;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The one class that names the library for mail; loading it fails where that is absent. */
final class MailTransport {
    /** What a server says of this very message, and will say again: too large, not wanted. */
    private static final Pattern HOPELESS = Pattern.compile("55[24][ -].*", Pattern.DOTALL);

    private static final int MAX_REASON = 200;
    private static final int MAX_CAUSES = 10;

    private final EmailSettings settings;
    private final ScheduledExecutorService timer;
    private final @Nullable SSLSocketFactory sockets;
    private final Logger log;

    MailTransport(
            EmailSettings settings, ScheduledExecutorService timer, @Nullable SSLSocketFactory sockets, Logger log) {
        this.settings = settings;
        this.timer = timer;
        this.sockets = sockets;
        this.log = log;
    }

    Delivery send(Notification notification, Deadline deadline) {
        try {
            Session session = Session.getInstance(properties(deadline.remaining()));
            return send(message(session, notification), session.getTransport("smtp"));
        } catch (NoSuchProviderException | IllegalStateException e) { // only the API is there
            return EmailNotifier.withoutLibrary(e);
        } catch (MessagingException e) {
            return failure(e);
        }
    }

    private Delivery send(MimeMessage message, Transport transport) throws MessagingException {
        try (transport) {
            Secret<String> password = settings.password();
            transport.connect(
                    settings.host(), settings.port(), settings.user(), password == null ? null : password.reveal());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            if (e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0) {
                throw e;
            }
            warn(e);
        }
        return new Delivery.Delivered();
    }

    /** All three time limits; without them the library waits for ever. */
    Properties properties(Duration remaining) {
        Duration limit = remaining.compareTo(settings.timeout()) < 0 ? remaining : settings.timeout();
        String millis = Long.toString(Math.max(1, limit.toMillis()));
        Properties properties = new Properties();
        List.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(name -> properties.put("mail.smtp." + name, millis));
        properties.put("mail.smtp.executor.writetimeout", timer);
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == EmailSettings.Security.TLS));
        String isStartTls = Boolean.toString(settings.security() == EmailSettings.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", isStartTls);
        properties.put("mail.smtp.starttls.required", isStartTls);
        if (sockets != null) {
            properties.put("mail.smtp.ssl.socketFactory", sockets);
        }
        return properties;
    }

    private MimeMessage message(Session session, Notification notification) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(requireNonNull(settings.from()), true));
        for (String to : settings.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(PlainText.headline(notification), UTF_8.name());
        message.setText(PlainText.body(notification), UTF_8.name());
        message.setSentDate(Date.from(notification.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", "<" + notification.id() + "@renum>"); // saving has set another one
        return message;
    }

    private Delivery failure(MessagingException failure) {
        String reason = masked(failure);
        return isHopeless(failure) ? new Delivery.Refused(reason) : new Delivery.Postponed(reason, null);
    }

    private static boolean isHopeless(MessagingException failure) {
        Exception cause = failure;
        for (int depth = 0; depth < MAX_CAUSES && cause != null; depth++) {
            if (HOPELESS.matcher(String.valueOf(cause.getMessage())).matches()) {
                return true;
            }
            cause = cause instanceof MessagingException mail ? mail.getNextException() : null;
        }
        return false;
    }

    private void warn(SendFailedException failure) {
        try {
            int unsent = settings.to().size() - failure.getValidSentAddresses().length;
            log.warn("a mail was not taken for {} of its receivers: {}", unsent, masked(failure));
        } catch (Throwable t) {
            // A log that fails must not let the mail be sent again.
        }
    }

    private String masked(MessagingException failure) {
        Secret<String> password = settings.password();
        List<String> secrets = password == null ? List.of() : List.of(password.reveal());
        return Texts.line(Masking.mask(Failures.text(failure), secrets), MAX_REASON);
    }
}
