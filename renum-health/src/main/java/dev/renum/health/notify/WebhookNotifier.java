package dev.renum.health.notify;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.settings.Secret;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Notification;
import dev.renum.health.alert.Notifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posts notifications as JSON to an address of yours.
 *
 * <p>The headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature} are those of the Standard Webhooks specification, so its libraries
 * verify them; {@code Idempotency-Key} has the id once more. The id is the same for every attempt, so that a receiver can tell a repetition. A status of 200 to 299
 * means that it is delivered; 400, 411, 413, 414, 415, 422 and 431 that it never will be; all others, 429 and 503 with their {@code Retry-After} among them, that it
 * may be later. Redirects are not followed.
 */
public final class WebhookNotifier implements Notifier {
    private final WebhookSettings settings;
    private final String name;
    private final HttpPost post;

    private WebhookNotifier(WebhookSettings settings, String name) {
        this.settings = settings;
        this.name = name;
        this.post = new HttpPost(
                name, settings.enabled() ? settings.url() : null, settings.signingKey(), settings.timeout());
    }

    /** One that posts to the address of {@code settings}, under the name {@code webhook}. */
    public static WebhookNotifier of(WebhookSettings settings) {
        return new WebhookNotifier(requireNonNull(settings, "settings"), "webhook");
    }

    /** The same under another name, where a manager has several. */
    public WebhookNotifier named(String name) {
        return new WebhookNotifier(settings, requireNonNull(name, "name"));
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
        byte[] body = NotificationJson.of(notification);
        return post.send(body, headers(notification.id(), body), deadline);
    }

    private Map<String, String> headers(String id, byte[] body) {
        long timestamp = Instant.now().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("Idempotency-Key", id);
        Secret<String> key = settings.signingKey();
        if (key != null) {
            headers.put("webhook-signature", Signature.of(id, timestamp, body, key));
        }
        return headers;
    }

    @Override
    public void close() {
        post.close();
    }

    @Override
    public String toString() {
        return "WebhookNotifier[" + name + "]";
    }
}
