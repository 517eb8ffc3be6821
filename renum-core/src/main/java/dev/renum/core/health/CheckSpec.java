package dev.renum.core.health;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A check and how it is to be run. Immutable; each wither returns a changed copy.
 *
 * <p>Defaults: optional, {@link Probe#READINESS}, every 10 s, 2 s timeout, both thresholds 1, no dependencies.
 */
public final class CheckSpec {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final String name;
    private final HealthCheck check;
    private final Importance importance;
    private final Probe probe;
    private final Duration interval;
    private final Duration timeout;
    private final Thresholds thresholds;
    private final List<String> dependsOn;

    private CheckSpec(
            String name,
            HealthCheck check,
            Importance importance,
            Probe probe,
            Duration interval,
            Duration timeout,
            Thresholds thresholds,
            List<String> dependsOn) {
        this.name = name;
        this.check = check;
        this.importance = importance;
        this.probe = probe;
        this.interval = interval;
        this.timeout = timeout;
        this.thresholds = thresholds;
        this.dependsOn = dependsOn;
    }

    /**
     * A check with every default.
     *
     * @param name 1 to 64 letters, digits, {@code .}, {@code _} or {@code -}, starting with a letter or digit
     * @throws IllegalArgumentException if the name is not allowed
     */
    public static CheckSpec of(String name, HealthCheck check) {
        return new CheckSpec(
                validName(name),
                requireNonNull(check, "check"),
                Importance.OPTIONAL,
                Probe.READINESS,
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                new Thresholds(1, 1),
                List.of());
    }

    /** The system does not work without what is checked: while it is down, so is the system. */
    public CheckSpec required() {
        return new CheckSpec(name, check, Importance.REQUIRED, probe, interval, timeout, thresholds, dependsOn);
    }

    /** The system works without what is checked: while it is down, the system is degraded. */
    public CheckSpec optional() {
        return new CheckSpec(name, check, Importance.OPTIONAL, probe, interval, timeout, thresholds, dependsOn);
    }

    /** Answers {@code probe}. */
    public CheckSpec probe(Probe probe) {
        return new CheckSpec(
                name, check, importance, requireNonNull(probe, "probe"), interval, timeout, thresholds, dependsOn);
    }

    /**
     * Runs every {@code interval}, counted from start to start.
     *
     * @throws IllegalArgumentException if it is not between 1 ms and 1 day
     */
    public CheckSpec interval(Duration interval) {
        return new CheckSpec(
                name, check, importance, probe, valid("interval", interval), timeout, thresholds, dependsOn);
    }

    /**
     * Counts as failed after {@code timeout}.
     *
     * @throws IllegalArgumentException if it is not between 1 ms and 1 day
     */
    public CheckSpec timeout(Duration timeout) {
        return new CheckSpec(
                name, check, importance, probe, interval, valid("timeout", timeout), thresholds, dependsOn);
    }

    /**
     * Is shown as failed after {@code consecutive} failures in a row.
     *
     * @throws IllegalArgumentException if it is not between 1 and 1000
     */
    public CheckSpec failureThreshold(int consecutive) {
        Thresholds next = new Thresholds(valid("failure", consecutive), thresholds.success());
        return new CheckSpec(name, check, importance, probe, interval, timeout, next, dependsOn);
    }

    /**
     * Is shown as recovered after {@code consecutive} successes in a row.
     *
     * @throws IllegalArgumentException if it is not between 1 and 1000
     */
    public CheckSpec successThreshold(int consecutive) {
        Thresholds next = new Thresholds(thresholds.failure(), valid("success", consecutive));
        return new CheckSpec(name, check, importance, probe, interval, timeout, next, dependsOn);
    }

    /**
     * Is a symptom, not a cause, while one of the checks named here has failed. Replaces what was named before.
     *
     * @throws IllegalArgumentException if a name is not allowed or is this check's own
     */
    public CheckSpec dependsOn(String... names) {
        Set<String> unique = new LinkedHashSet<>(Arrays.asList(names));
        unique.forEach(CheckSpec::validName);
        if (unique.contains(name)) {
            throw new IllegalArgumentException("check '" + name + "' cannot depend on itself");
        }
        return new CheckSpec(name, check, importance, probe, interval, timeout, thresholds, List.copyOf(unique));
    }

    /** The name under which its state is shown. */
    public String name() {
        return name;
    }

    /** The probe itself. */
    public HealthCheck check() {
        return check;
    }

    /** Whether the system needs what is checked. */
    public boolean isRequired() {
        return importance == Importance.REQUIRED;
    }

    /** The question it helps to answer. */
    public Probe probe() {
        return probe;
    }

    /** The time from one start to the next. */
    public Duration interval() {
        return interval;
    }

    /** The time after which a run counts as failed. */
    public Duration timeout() {
        return timeout;
    }

    /** How many failures in a row make it failed. */
    public int failureThreshold() {
        return thresholds.failure();
    }

    /** How many successes in a row make it recovered. */
    public int successThreshold() {
        return thresholds.success();
    }

    /** The checks whose failure explains this one's; unmodifiable. */
    public List<String> dependsOn() {
        return dependsOn;
    }

    @Override
    public String toString() {
        return "CheckSpec[" + name + ", " + importance + ", " + probe + ", every " + interval + ", timeout " + timeout
                + "]";
    }

    private static String validName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "check name '" + name
                            + "' is not allowed: use 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
        }
        return name;
    }

    private static Duration valid(String what, Duration duration) {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " " + duration + " is not allowed: use 1 ms to 1 day");
        }
        return duration;
    }

    private static int valid(String what, int consecutive) {
        if (consecutive < 1 || consecutive > 1000) {
            throw new IllegalArgumentException(what + " threshold " + consecutive + " is not allowed: use 1 to 1000");
        }
        return consecutive;
    }

    private enum Importance {
        REQUIRED,
        OPTIONAL
    }

    private record Thresholds(int failure, int success) {}
}
