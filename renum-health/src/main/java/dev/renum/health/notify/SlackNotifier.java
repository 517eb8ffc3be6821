package dev.renum.health.notify;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Notification;
import dev.renum.health.alert.Notifier;
import java.util.Map;

/**
 * Sends notifications to a channel of Slack by an incoming webhook.
 *
 * <p>Texts are escaped, so that nothing in an alert mentions people or links elsewhere, and cut to the limits of Slack's blocks. The address is a secret: it
 * appears in no text. When Slack asks to wait ({@code 429} with {@code Retry-After}), that is done.
 */
public final class SlackNotifier implements Notifier {
    private final SlackSettings settings;
    private final String name;
    private final HttpPost post;

    private SlackNotifier(SlackSettings settings, String name) {
        this.settings = settings;
        this.name = name;
        this.post = new HttpPost(name, settings.enabled() ? settings.url() : null, null, settings.timeout());
    }

    /** One that sends to the channel of {@code settings}, under the name {@code slack}. */
    public static SlackNotifier of(SlackSettings settings) {
        return new SlackNotifier(requireNonNull(settings, "settings"), "slack");
    }

    /** The same under another name, where a manager has several. */
    public SlackNotifier named(String name) {
        return new SlackNotifier(settings, requireNonNull(name, "name"));
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
    public Delivery send(Notification notification, Deadline deadline) throws InterruptedException {
        return post.send(SlackMessage.of(notification), Map.of(), deadline);
    }

    @Override
    public void close() {
        post.close();
    }

    @Override
    public String toString() {
        return "SlackNotifier[" + name + "]";
    }
}
