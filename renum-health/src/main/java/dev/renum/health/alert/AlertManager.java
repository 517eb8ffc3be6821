package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.HealthMonitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges rules by what a monitor knows, and tells people about it.
 *
 * <pre>{@code
 * try (AlertManager alerts = AlertManager.builder(health)
 *         .rule(AlertRule.threshold("queue-long", "orders.waiting").above(1_000).forAtLeast(Duration.ofMinutes(5)))
 *         .notifier(slack, email)
 *         .build()) {
 *     alerts.setupProactiveAlerts();
 * }
 * }</pre>
 *
 * <p>Rules are judged every ten seconds, or at every sampling if that is sooner, and at once when a check changes. States of alerts and guarantees of the
 * delivery are written down in {@code docs/decisions.md}; all of it lives in memory and ends with the process. With a monitor that is switched off it is
 * switched off as well: no thread, no alert. Safe for use by many threads.
 */
public sealed interface AlertManager extends Monitored, AutoCloseable
        permits BackgroundAlertManager, DisabledAlertManager {
    /** A builder that has no rule and tells nobody yet. */
    static Builder builder(HealthMonitor health) {
        return new Builder(health);
    }

    /**
     * Judges {@code rule} from now on.
     *
     * @throws IllegalArgumentException if there is one of that name, nobody measures its figure, its check does not exist, or so much of its past is never kept; the message says what is
     *     possible
     * @throws IllegalStateException if the manager is closed
     */
    void add(AlertRule rule);

    /** The rules that are judged, in the order in which they came. */
    List<AlertRule> rules();

    /**
     * Adds rules over what any system has: CPU, memory, disks, heap, errors and duration of requests, deadlocks, required checks,
     * certificates, and the monitor itself. One whose name is
     * taken is left out, so that your own rule of that name counts; a second call adds nothing.
     *
     * @return those that were added
     * @throws IllegalStateException if the manager is closed
     */
    List<AlertRule> setupProactiveAlerts();

    /**
     * Tells of {@code issue} at once, as an alert {@code critical-issue{issue=<name>}}. While it is firing, further reports of it are not told again. It ends when
     * somebody resolves it, or when nobody has reported it for 24 hours.
     *
     * @return false if it cannot be taken because 100 others are open, or the manager is closed or switched off
     */
    boolean sendCriticalNotifications(CriticalIssue issue);

    /** The alerts that are pending or firing, gravest first; unmodifiable. */
    List<Alert> active();

    /** The alerts that were resolved in the last 15 minutes, gravest first; unmodifiable. */
    List<Alert> resolved();

    /**
     * Notes that somebody has taken an alert up; it is shown, and ends with the alert.
     *
     * @param who a name, of 1 to 100 characters
     * @return false if the alert is not active any more
     * @throws IllegalArgumentException if there is no such alert, or {@code who} is not allowed
     */
    boolean acknowledge(String id, String who);

    /**
     * Ends an alert by hand. While its condition goes on it stays quiet for 15 minutes, unless that gets worse.
     *
     * @param who a name, of 1 to 100 characters
     * @return false if the alert is not active any more
     * @throws IllegalArgumentException if there is no such alert, or {@code who} is not allowed
     */
    boolean resolve(String id, String who);

    /**
     * Tells nobody of the alerts that {@code matcher} is about. They are shown all the same; what still fires at the end is told then. Of one that has been told
     * before its end is told.
     *
     * @param duration more than zero, at most 30 days
     * @param who a name, of 1 to 100 characters
     * @param why the reason, of 1 to 500 characters
     * @throws IllegalArgumentException if an argument is not allowed
     * @throws IllegalStateException if there are 1,000 silences
     */
    Silence silence(AlertMatcher matcher, Duration duration, String who, String why);

    /** Ends the silence {@code id} before its time; false if there is none. */
    boolean unsilence(String id);

    /** The silences that have not ended; unmodifiable. */
    List<Silence> silences();

    /** One optional check, {@code alerts}: degraded if rules are not judged, or people cannot be told. */
    @Override
    List<CheckSpec> checks();

    /** Alerts by state, what is waiting, attempts and losses of each channel. */
    @Override
    void measure(MetricSink sink);

    /** Tries once more to deliver what waits, for 2 s at most, and ends all threads within 5 s. */
    @Override
    void close();

    /** Collects rules and notifiers. May be used again; not safe for use by several threads at once. */
    final class Builder {
        private final HealthMonitor health;
        private final List<AlertRule> rules = new ArrayList<>();
        private final List<List<Notifier>> routes = new ArrayList<>();
        private Ticker ticker = Ticker.system();
        private String source = "process " + ProcessHandle.current().pid();
        private Pace pace = Pace.DEFAULT;

        private Builder(HealthMonitor health) {
            this.health = requireNonNull(health, "health");
        }

        /** Judges {@code rule} from the start; see {@link AlertManager#add}. */
        public Builder rule(AlertRule rule) {
            rules.add(requireNonNull(rule, "rule"));
            return this;
        }

        /**
         * Tells everything by {@code first}. While that does not take it, the {@code next} ones are tried, each after {@link #nextChannelAfter}. Each call makes a
         * route of its own, which gets everything, too. Notifiers that their settings have switched off are left out.
         *
         * @throws IllegalArgumentException if a name is not allowed or taken
         */
        public Builder notifier(Notifier first, Notifier... next) {
            List<Notifier> route = new ArrayList<>();
            route.add(requireNonNull(first, "first"));
            route.addAll(List.of(next));
            Set<String> names = new HashSet<>();
            routes.forEach(known -> known.forEach(notifier -> names.add(notifier.name())));
            for (Notifier notifier : route) {
                if (!names.add(AlertRule.checkName("notifier", notifier.name()))) {
                    throw new IllegalArgumentException(
                            "there is already a notifier '" + notifier.name() + "'; names must be unique");
                }
            }
            routes.add(List.copyOf(route));
            return this;
        }

        /**
         * After how long without success the next notifier of a route is tried; default is 5 min.
         *
         * @throws IllegalArgumentException if it is not between 10 s and 1 day
         */
        public Builder nextChannelAfter(Duration duration) {
            if (duration.compareTo(Duration.ofSeconds(10)) < 0 || duration.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException(
                        "nextChannelAfter " + duration + " is not allowed: use 10 s to 1 day");
            }
            pace = pace.nextChannelAfter(duration);
            return this;
        }

        /**
         * Says in each notification who tells it: the application, and the instance if there are several, as {@code shop-1}; default is the number of the process.
         *
         * @throws IllegalArgumentException if it has not 1 to 100 characters
         */
        public Builder source(String source) {
            this.source = Words.require("source", source, 100);
            return this;
        }

        /** Measures how long things take by {@code ticker}; default is the JVM's. */
        public Builder ticker(Ticker ticker) {
            this.ticker = requireNonNull(ticker, "ticker");
            return this;
        }

        Builder pace(Pace pace) {
            this.pace = pace;
            return this;
        }

        /**
         * Starts judging the rules.
         *
         * @throws IllegalArgumentException if {@link AlertManager#add} refuses one of the rules
         */
        public AlertManager build() {
            if (!health.settings().enabled()) {
                return new DisabledAlertManager(health.settings(), rules);
            }
            return new BackgroundAlertManager(health, rules, enabledRoutes(), new Wording(source), pace, ticker)
                    .start();
        }

        private List<List<Notifier>> enabledRoutes() {
            return routes.stream()
                    .map(route -> route.stream().filter(Notifier::isEnabled).toList())
                    .filter(route -> !route.isEmpty())
                    .toList();
        }
    }
}
