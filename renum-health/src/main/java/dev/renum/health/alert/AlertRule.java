package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.FindingCode;
import dev.renum.core.Severity;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.CheckState;
import dev.renum.health.HealthCode;
import dev.renum.health.check.Heartbeat;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When to alert whom of what. Immutable; each wither returns a changed copy.
 *
 * <pre>{@code
 * AlertRule.threshold("cpu-high", "system.cpu").above(0.9).clearBelow(0.8)
 *         .forAtLeast(Duration.ofMinutes(2)).keepFiringFor(Duration.ofMinutes(5)).severity(Severity.ERROR);
 * }</pre>
 *
 * <p>Defaults: {@link Severity#WARNING}, fires at once, except for {@link #absence}, is resolved at once, keeps its state while there is no data. A rule over a figure with several
 * series, or over several checks, has an alert for each. The meaning of {@link #forAtLeast} and {@link #keepFiringFor} is that of
 * {@code for} and {@code keep_firing_for} in alerting rules of Prometheus.
 */
public final class AlertRule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration LONGEST = Duration.ofDays(30);
    /** After the start nothing is measured yet, and that is no reason to tell anybody. */
    private static final Duration ABSENT_FOR = Duration.ofMinutes(5);

    private final String name;
    private final Condition condition;
    private final Timing timing;
    private final Severity severity;
    private final NoData noData;
    private final boolean isExpectedLater;

    private AlertRule(
            String name,
            Condition condition,
            Timing timing,
            Severity severity,
            NoData noData,
            boolean isExpectedLater) {
        this.name = name;
        this.condition = condition;
        this.timing = timing;
        this.severity = severity;
        this.noData = noData;
        this.isExpectedLater = isExpectedLater;
    }

    /** How long the condition must hold, and how long it goes on after that. */
    record Timing(Duration forAtLeast, Duration keepFiringFor) {}

    /**
     * The beginning of a rule that compares the newest value of {@code metric}.
     *
     * @param name 1 to 64 letters, digits, {@code .}, {@code _} or {@code -}, starting with a letter or digit
     * @throws IllegalArgumentException if the name is not allowed
     */
    public static Threshold threshold(String name, String metric) {
        return new Threshold(validName(name), requireNonNull(metric, "metric"));
    }

    /**
     * The beginning of a rule that compares how fast {@code metric} changes, per second, over the last {@code period}. A manager takes it if {@code period} is
     * two sampling intervals at least, and no longer than measurements are kept: 8 h 19 min 30 s by default.
     *
     * @throws IllegalArgumentException if the name is not allowed, or {@code period} is not between 1 s and 30 days
     */
    public static RateOfChange rateOfChange(String name, String metric, Duration period) {
        if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "period " + period + " of rule '" + name + "' is not allowed: use 1 s to 30 days");
        }
        return new RateOfChange(validName(name), requireNonNull(metric, "metric"), period);
    }

    /**
     * A rule that fires once nobody has measured {@code metric} for five minutes, those since the start included; {@link #forAtLeast} makes it another time.
     *
     * @throws IllegalArgumentException if the name is not allowed
     */
    public static AlertRule absence(String name, String metric) {
        return of(name, new Absence(requireNonNull(metric, "metric"))).forAtLeast(ABSENT_FOR);
    }

    /**
     * A rule that fires for each required check that is {@link HealthStatus#DOWN}. One that follows from another is shown and not notified.
     *
     * @throws IllegalArgumentException if the name is not allowed
     */
    public static AlertRule requiredCheckDown(String name) {
        return of(name, new FailedChecks(check -> check.required(), HealthStatus.DOWN));
    }

    /** A rule that fires for each required check that does not serve and is not {@link HealthStatus#DOWN}, unless it has only begun or is about to end. */
    static AlertRule requiredCheckAway(String name) {
        return of(name, new FailedChecks(check -> check.required() && isAway(check), HealthStatus.UNKNOWN));
    }

    private static boolean isAway(CheckState check) {
        return check.status() != HealthStatus.DOWN
                && !HealthCode.NO_RESULT_YET.id().equals(check.code())
                && !HealthCode.SHUTTING_DOWN.id().equals(check.code());
    }

    /**
     * A rule that fires while the check {@code check} is {@code status} or worse.
     *
     * @throws IllegalArgumentException if the name is not allowed, or the status is not worse than {@link HealthStatus#UP}
     */
    public static AlertRule checkStatus(String name, String check, HealthStatus status) {
        requireNonNull(check, "check");
        if (status.compareTo(HealthStatus.UP) <= 0) {
            throw new IllegalArgumentException(
                    "status " + status + " of rule '" + name + "' is not allowed: use DEGRADED or worse");
        }
        return of(name, new FailedChecks(state -> state.name().equals(check), status));
    }

    /**
     * A rule that fires for each check that is not well and gives one of {@code codes} as the cause.
     *
     * @throws IllegalArgumentException if the name is not allowed, or if there is no code
     */
    public static AlertRule checkCode(String name, FindingCode... codes) {
        if (codes.length == 0) {
            throw new IllegalArgumentException("rule '" + name + "' has no code: name at least one");
        }
        Set<String> ids = Stream.of(codes).map(FindingCode::id).collect(Collectors.toSet());
        return of(
                name,
                new FailedChecks(state -> state.code() != null && ids.contains(state.code()), HealthStatus.DEGRADED));
    }

    /**
     * A rule that fires while {@code heartbeat} is overdue.
     *
     * @throws IllegalArgumentException if the name is not allowed
     */
    public static AlertRule heartbeat(String name, Heartbeat heartbeat) {
        return of(name, new MissedBeats(requireNonNull(heartbeat, "heartbeat")));
    }

    /** A rule that fires while the monitor does not renew its state. */
    static AlertRule staleMonitor(String name) {
        return of(name, new StaleMonitor());
    }

    /** The rule of what a host reports by itself; each issue has an alert. */
    static AlertRule issues(ReportedIssues issues) {
        return of(ReportedIssues.RULE, issues).severity(Severity.CRITICAL);
    }

    private static AlertRule of(String name, Condition condition) {
        Timing atOnce = new Timing(Duration.ZERO, Duration.ZERO);
        return new AlertRule(validName(name), condition, atOnce, Severity.WARNING, NoData.KEEP, false);
    }

    /**
     * Fires only once its condition has held for {@code duration} without a break.
     *
     * @throws IllegalArgumentException if it is negative or more than 30 days
     */
    public AlertRule forAtLeast(Duration duration) {
        Timing next = new Timing(valid("forAtLeast", duration), timing.keepFiringFor());
        return new AlertRule(name, condition, next, severity, noData, isExpectedLater);
    }

    /**
     * Goes on firing until its condition has not held for {@code duration} without a break.
     *
     * @throws IllegalArgumentException if it is negative or more than 30 days
     */
    public AlertRule keepFiringFor(Duration duration) {
        Timing next = new Timing(timing.forAtLeast(), valid("keepFiringFor", duration));
        return new AlertRule(name, condition, next, severity, noData, isExpectedLater);
    }

    /** Matters as much as {@code severity}. */
    public AlertRule severity(Severity severity) {
        return new AlertRule(name, condition, timing, requireNonNull(severity, "severity"), noData, isExpectedLater);
    }

    /** Does {@code policy} while its figure is not known. */
    public AlertRule whenNoData(NoData policy) {
        return new AlertRule(name, condition, timing, severity, requireNonNull(policy, "policy"), isExpectedLater);
    }

    /** Is accepted though nobody measures its figure yet, because a component that does so will be watched later. */
    public AlertRule expectedLater() {
        return new AlertRule(name, condition, timing, severity, noData, true);
    }

    /**
     * Goes on firing until the figure is not above {@code value} any more, so that one that wavers about the limit fires once.
     *
     * @throws IllegalArgumentException if this is no rule with a limit that fires above it, or {@code value} is above that limit
     */
    public AlertRule clearBelow(double value) {
        return clear(true, value);
    }

    /**
     * Goes on firing until the figure is not below {@code value} any more, so that one that wavers about the limit fires once.
     *
     * @throws IllegalArgumentException if this is no rule with a limit that fires below it, or {@code value} is below that limit
     */
    public AlertRule clearAbove(double value) {
        return clear(false, value);
    }

    private AlertRule clear(boolean above, double value) {
        Condition changed;
        if (condition instanceof Limit limit && limit.bound().above() == above) {
            changed = new Limit(limit.metric(), limit.bound().clear(value));
        } else if (condition instanceof Growth growth && growth.bound().above() == above) {
            changed = new Growth(growth.metric(), growth.bound().clear(value), growth.over());
        } else {
            throw new IllegalArgumentException("rule '" + name + "' has no limit that it fires "
                    + (above ? "above" : "below") + ", so it cannot clear " + (above ? "below " : "above ") + value);
        }
        return new AlertRule(name, changed, timing, severity, noData, isExpectedLater);
    }

    /** The name under which its alerts are shown. */
    public String name() {
        return name;
    }

    /** How much its alerts matter. */
    public Severity severity() {
        return severity;
    }

    Condition condition() {
        return condition;
    }

    Timing timing() {
        return timing;
    }

    NoData noData() {
        return noData;
    }

    boolean isExpectedLater() {
        return isExpectedLater;
    }

    @Override
    public String toString() {
        return "AlertRule[" + name + ", " + condition + ", for " + timing.forAtLeast() + ", " + severity + "]";
    }

    private static String validName(String name) {
        return checkName("rule", name);
    }

    /** {@code name}, if it is allowed for {@code what}. */
    static String checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " name '" + Texts.line(name, 100)
                            + "' is not allowed: use 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
        }
        return name;
    }

    private Duration valid(String what, Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    what + " " + duration + " of rule '" + name + "' is not allowed: use 0 to 30 days");
        }
        return duration;
    }

    /** A threshold rule that still lacks its limit. */
    public static final class Threshold {
        private final String name;
        private final String metric;

        private Threshold(String name, String metric) {
            this.name = name;
            this.metric = metric;
        }

        /** Fires while the figure is above {@code limit}. */
        public AlertRule above(double limit) {
            return of(name, new Limit(metric, Bound.above(limit)));
        }

        /** Fires while the figure is below {@code limit}. */
        public AlertRule below(double limit) {
            return of(name, new Limit(metric, Bound.below(limit)));
        }
    }

    /** A rule over the change of a figure that still lacks its limit. */
    public static final class RateOfChange {
        private final String name;
        private final String metric;
        private final Duration period;

        private RateOfChange(String name, String metric, Duration period) {
            this.name = name;
            this.metric = metric;
            this.period = period;
        }

        /** Fires while the figure grows by more than {@code perSecond}. */
        public AlertRule above(double perSecond) {
            return of(name, new Growth(metric, Bound.above(perSecond), period));
        }

        /** Fires while the figure grows by less than {@code perSecond}, which is negative where it falls. */
        public AlertRule below(double perSecond) {
            return of(name, new Growth(metric, Bound.below(perSecond), period));
        }
    }
}
