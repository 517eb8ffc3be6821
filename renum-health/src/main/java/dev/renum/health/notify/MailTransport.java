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
import java.io.IOException;
import java.io.OutputStream;
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
    /**
     * What a server says of this very message, and will say again: too large, not wanted. Before it has the message it says the same of senders and receivers,
     * which somebody may put right.
     */
    private static final Pattern HOPELESS = Pattern.compile("55[24][ -].*", Pattern.DOTALL);

    private static final int MAX_REASON = 200;

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
            return new Delivery.Postponed(masked(e), null);
        }
    }

    private Delivery send(Mail message, Transport transport) throws MessagingException {
        try (transport) {
            Secret<String> password = settings.password();
            transport.connect(
                    settings.host(), settings.port(), settings.user(), password == null ? null : password.reveal());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            return unsent(message, e);
        }
        return new Delivery.Delivered();
    }

    private Delivery unsent(Mail message, SendFailedException failure) throws SendFailedException {
        if (failure.getValidSentAddresses() != null && failure.getValidSentAddresses().length > 0) {
            warn(failure);
            return new Delivery.Delivered();
        }
        if (message.isGiven
                && HOPELESS.matcher(String.valueOf(failure.getMessage())).matches()) {
            return new Delivery.Refused(masked(failure));
        }
        throw failure;
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

    private Mail message(Session session, Notification notification) throws MessagingException {
        Mail message = new Mail(session);
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

    /** Knows whether the server has asked for it: only then what it answers is about the message. */
    private static final class Mail extends MimeMessage {
        private boolean isGiven;

        Mail(Session session) {
            super(session);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            isGiven = true;
            super.writeTo(out, ignored);
        }
    }
}
