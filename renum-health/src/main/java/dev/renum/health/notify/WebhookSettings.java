package dev.renum.health.notify;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are posted to as JSON.
 *
 * @param enabled {@code renum.health.alerts.webhook.enabled}, default false: whether anything is posted
 * @param url {@code renum.health.alerts.webhook.url}: the receiver, {@code https} or on this machine; needed if enabled
 * @param signingKey {@code renum.health.alerts.webhook.signing-key}, default none: with what each message is signed; at least 24 characters, or {@code whsec_} and at
 *     least 24 bytes in Base64
 * @param timeout {@code renum.health.alerts.webhook.timeout}, default 10 s, 100 ms to 20 s: how long one attempt may take in all
 */
@Settings(prefix = "renum.health.alerts.webhook")
public record WebhookSettings(
        @Doc("Whether alerts are posted to a webhook.") @Default("false")
        boolean enabled,

        @Doc("The receiver; https, or on this machine. Needed if enabled.") @Nullable
        Secret<String> url,

        @Doc("With what messages are signed: at least 24 characters, or whsec_ and Base64.") @Nullable
        Secret<String> signingKey,

        @Doc("How long one attempt may take in all.") @Default("10s") @Range(min = "100ms", max = "20s")
        Duration timeout) {
    /** Checks every component. */
    public WebhookSettings {
        Target.check("renum.health.alerts.webhook", enabled, url, timeout);
        if (signingKey != null) {
            Signature.check("renum.health.alerts.webhook.signing-key", signingKey);
        }
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled;
        private @Nullable Secret<String> url;
        private @Nullable Secret<String> signingKey;
        private Duration timeout = Timeouts.DEFAULT;

        private Builder() {}

        /** Whether anything is posted; default false, true once there is a {@link #url}. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** The receiver; switches it on. */
        public Builder url(Secret<String> url) {
            this.url = url;
            this.enabled = true;
            return this;
        }

        /** With what each message is signed; default is not to sign. */
        public Builder signingKey(Secret<String> signingKey) {
            this.signingKey = signingKey;
            return this;
        }

        /** How long one attempt may take in all; default 10 s. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if one is not allowed
         */
        public WebhookSettings build() {
            return new WebhookSettings(enabled, url, signingKey, timeout);
        }
    }
}
