package dev.renum.health.notify;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The channel of Slack that hears of alerts.
 *
 * @param enabled {@code renum.health.alerts.slack.enabled}, default false: whether anything is sent
 * @param url {@code renum.health.alerts.slack.url}: the address of an incoming webhook, which belongs to one channel; needed if enabled
 * @param timeout {@code renum.health.alerts.slack.timeout}, default 10 s, 100 ms to 20 s: how long one attempt may take in all
 */
@Settings(prefix = "renum.health.alerts.slack")
public record SlackSettings(
        @Doc("Whether alerts are sent to Slack.") @Default("false")
        boolean enabled,

        @Doc("The address of an incoming webhook of Slack. Needed if enabled.") @Nullable
        Secret<String> url,

        @Doc("How long one attempt may take in all.") @Default("10s") @Range(min = "100ms", max = "20s")
        Duration timeout) {
    /** Checks every component. */
    public SlackSettings {
        Target.check("renum.health.alerts.slack", enabled, url, timeout);
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled;
        private @Nullable Secret<String> url;
        private Duration timeout = Timeouts.DEFAULT;

        private Builder() {}

        /** Whether anything is sent; default false, true once there is a {@link #url}. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** The address of an incoming webhook; switches it on. */
        public Builder url(Secret<String> url) {
            this.url = url;
            this.enabled = true;
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
        public SlackSettings build() {
            return new SlackSettings(enabled, url, timeout);
        }
    }
}
