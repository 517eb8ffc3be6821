package dev.renum.health;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;
import static dev.renum.core.Environment.Kind.TEST;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The settings of health monitoring and of draining.
 *
 * @param enabled {@code renum.health.enabled}, default true: false runs no check and starts no thread
 * @param staleAfter {@code renum.health.stale-after}, default 10 s, 1 s to 10 min: how old a snapshot may get before it says unknown
 * @param samplingInterval {@code renum.health.sampling-interval}, default 30 s, 5 s in development, 1 s to 10 min: how often figures are
 *     measured
 * @param historySize {@code renum.health.history-size}, default 1,000, 10 to 100,000: how many measurements of a figure are kept
 * @param responseTimeObjective {@code renum.health.response-time-objective}, default 200 ms, 1 ms to 10 min: how long 95 of 100 requests may
 *     take at most
 * @param errorRatioObjective {@code renum.health.error-ratio-objective}, default 0.001, 0.000001 to 0.1: how many requests may fail
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

        @Doc("How often figures are measured.")
        @Default("30s")
        @Default(value = "5s", in = DEVELOPMENT, because = "a developer watches")
        @Range(min = "1s", max = "10m")
        Duration samplingInterval,

        @Doc("How many measurements of a figure are kept.") @Default("1000") @Range(min = "10", max = "100000")
        int historySize,

        @Doc("How long 95 of 100 requests may take at most.") @Default("200ms") @Range(min = "1ms", max = "10m")
        Duration responseTimeObjective,

        @Doc("How many requests may fail, as a ratio.") @Default("0.001") @Range(min = "0.000001", max = "0.1")
        double errorRatioObjective,

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
        check("sampling-interval", samplingInterval, Duration.ofSeconds(1));
        check("response-time-objective", responseTimeObjective, Duration.ofMillis(1));
        check("history-size", historySize, 10, 100_000);
        check("error-ratio-objective", errorRatioObjective, 0.000_001, 0.1);
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

    private static void check(String key, Number value, double min, double max) {
        if (!(value.doubleValue() >= min && value.doubleValue() <= max)) {
            throw new IllegalArgumentException(
                    "renum.health." + key + " " + value + " is not allowed: use " + plain(min) + " to " + plain(max));
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled = true;
        private Duration staleAfter = Duration.ofSeconds(10);
        private Duration samplingInterval = Duration.ofSeconds(30);
        private int historySize = 1_000;
        private Duration responseTimeObjective = Duration.ofMillis(200);
        private double errorRatioObjective = 0.001;
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

        /** How often figures are measured; default 30 s. */
        public Builder samplingInterval(Duration samplingInterval) {
            this.samplingInterval = samplingInterval;
            return this;
        }

        /** How many measurements of a figure are kept; default 1,000. */
        public Builder historySize(int historySize) {
            this.historySize = historySize;
            return this;
        }

        /** How long 95 of 100 requests may take at most; default 200 ms. */
        public Builder responseTimeObjective(Duration responseTimeObjective) {
            this.responseTimeObjective = responseTimeObjective;
            return this;
        }

        /** How many requests may fail, as a ratio; default 0.001. */
        public Builder errorRatioObjective(double errorRatioObjective) {
            this.errorRatioObjective = errorRatioObjective;
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
            return new HealthSettings(
                    enabled,
                    staleAfter,
                    samplingInterval,
                    historySize,
                    responseTimeObjective,
                    errorRatioObjective,
                    drainAnnounce,
                    drainLimit);
        }
    }
}
