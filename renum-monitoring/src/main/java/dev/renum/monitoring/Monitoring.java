package dev.renum.monitoring;

import static java.util.Objects.requireNonNull;

import dev.renum.health.HealthMonitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the state of a system.
 *
 * <pre>{@code
 * try (MonitoringServer server = Monitoring.builder(settings).health(health).open()) {
 *     System.out.println(server.welcome());
 * }
 * }</pre>
 */
public final class Monitoring {
    private Monitoring() {}

    /** A builder that shows nothing yet. */
    public static Builder builder(MonitoringSettings settings) {
        return new Builder(settings);
    }

    /** Collects what is shown. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private final MonitoringSettings settings;
        private @Nullable HealthMonitor health;

        private Builder(MonitoringSettings settings) {
            this.settings = requireNonNull(settings, "settings");
        }

        /** Shows the state of {@code health}; without it, the routes of health answer 404. */
        public Builder health(HealthMonitor health) {
            this.health = requireNonNull(health, "health");
            return this;
        }

        /** The routes, to mount on a server of the host. Opens nothing. */
        public MonitoringEndpoints build() {
            Tokens tokens = Tokens.of(settings);
            if (!settings.enabled()) {
                return new MonitoringEndpoints(List.of(), List.of(), tokens);
            }
            return new MonitoringEndpoints(
                    new HealthEndpoints(settings, health).routes(), List.of(new AccessFilter(tokens)), tokens);
        }

        /**
         * Opens the embedded server; with {@code enabled = false} a server that listens nowhere.
         *
         * @throws MonitoringException if it cannot listen on its address and port
         */
        public MonitoringServer open() {
            return new MonitoringServer(settings, build());
        }
    }
}
