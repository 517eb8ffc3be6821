package dev.renum.health;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;
import static dev.renum.core.Environment.Kind.TEST;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.time.Duration;

/**
 * The settings of health monitoring and of draining.
 *
 * @param enabled {@code renum.health.enabled}, default true: false runs no check and starts no thread
 * @param staleAfter {@code renum.health.stale-after}, default 10 s, 1 s to 10 min: how old a snapshot may get before it says unknown
 * @param drainAnnounce {@code renum.health.drain-announce}, default 10 s, 0 in development and test, at most 10 min: how long requests are
 *     still served after readiness has been withdrawn, so that a load balancer notices
 * @param drainLimit {@code renum.health.drain-limit}, default 20 s, 2 s in development and test, at most 10 min: how long requests in
 *     flight may then take to finish
 */
@Settings(prefix = "renum.health")
public record HealthSettings(
        @Doc("Whether checks run; false starts no thread and shows the status DISABLED.") @Default("true")
        boolean enabled,

        @Doc("How old a snapshot may get before it says UNKNOWN.") @Default("10s") @Range(min = "1s", max = "10m")
        Duration staleAfter,

        @Doc("How long requests are still served after readiness has been withdrawn.")
        @Default("10s")
        @Default(
                value = "0s",
                in = {DEVELOPMENT, TEST},
                because = "no load balancer has to notice")
        @Range(min = "0s", max = "10m")
        Duration drainAnnounce,

        @Doc("How long requests in flight may take to finish during a stop.")
        @Default("20s")
        @Default(
                value = "2s",
                in = {DEVELOPMENT, TEST},
                because = "a developer wants to start again")
        @Range(min = "0s", max = "10m")
        Duration drainLimit) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Checks the ranges. */
    public HealthSettings {
        check("stale-after", staleAfter, Duration.ofSeconds(1));
        check("drain-announce", drainAnnounce, Duration.ZERO);
        check("drain-limit", drainLimit, Duration.ZERO);
    }

    /** A builder with the defaults of production. */
    public static Builder builder() {
        return new Builder();
    }

    private static void check(String key, Duration value, Duration min) {
        if (value.compareTo(min) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "renum.health." + key + " " + value + " is not allowed: use " + min + " to " + LONGEST);
        }
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled = true;
        private Duration staleAfter = Duration.ofSeconds(10);
        private Duration drainAnnounce = Duration.ofSeconds(10);
        private Duration drainLimit = Duration.ofSeconds(20);

        private Builder() {}

        /** Whether checks run; default true. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** How old a snapshot may get; default 10 s. */
        public Builder staleAfter(Duration staleAfter) {
            this.staleAfter = staleAfter;
            return this;
        }

        /** How long requests are still served after readiness has been withdrawn; default 10 s. */
        public Builder drainAnnounce(Duration drainAnnounce) {
            this.drainAnnounce = drainAnnounce;
            return this;
        }

        /** How long requests in flight may take to finish; default 20 s. */
        public Builder drainLimit(Duration drainLimit) {
            this.drainLimit = drainLimit;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public HealthSettings build() {
            return new HealthSettings(enabled, staleAfter, drainAnnounce, drainLimit);
        }
    }
}
