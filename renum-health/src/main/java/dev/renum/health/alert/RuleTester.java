package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Metric;
import dev.renum.health.CheckState;
import dev.renum.health.HealthScore;
import dev.renum.health.HealthSnapshot;
import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import dev.renum.health.metric.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tests a rule against series that are written down, in the notation of Prometheus' own unit tests.
 *
 * <pre>{@code
 * RuleTester.rule(rule).series("system.cpu", "0.5x4 0.95x10 _x3 0.5x5").every("30s").expect("5m", FIRING);
 * }</pre>
 *
 * <p>Values are measured, and the rule is judged, every interval from time 0 on; {@code 5x3} is four values, {@code _x3} three that are missing. What is
 * judged is what {@link AlertManager} would do, by the same code; as there by default, the last 1,000 measurements are kept. Immutable.
 */
public final class RuleTester {
    private static final int KEPT = 1_000;
    private static final long MAX_STEPS = 100_000;
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final AlertRule rule;
    private final Map<String, List<Double>> series;
    private final Map<String, List<HealthStatus>> checks;
    private final Duration interval;

    private RuleTester(
            AlertRule rule,
            Map<String, List<Double>> series,
            Map<String, List<HealthStatus>> checks,
            Duration interval) {
        this.rule = rule;
        this.series = series;
        this.checks = checks;
        this.interval = interval;
    }

    /** A test of {@code rule} that has no series yet and an interval of one minute, as in Prometheus. */
    public static RuleTester rule(AlertRule rule) {
        return new RuleTester(requireNonNull(rule, "rule"), Map.of(), Map.of(), Duration.ofMinutes(1));
    }

    /**
     * Measures {@code values} as {@code metric}; after the last there are none.
     *
     * @throws IllegalArgumentException if {@code values} is not in the notation
     */
    public RuleTester series(String metric, String values) {
        Map<String, List<Double>> more = new LinkedHashMap<>(series);
        more.put(requireNonNull(metric, "metric"), SeriesNotation.parse(values));
        return new RuleTester(rule, more, checks, interval);
    }

    /** Shows the required check {@code check} with these statuses, one at each interval; the last one stays. */
    public RuleTester check(String check, HealthStatus... statuses) {
        if (statuses.length == 0) {
            throw new IllegalArgumentException("check '" + check + "' has no status: give one or more");
        }
        Map<String, List<HealthStatus>> more = new LinkedHashMap<>(checks);
        more.put(requireNonNull(check, "check"), List.of(statuses));
        return new RuleTester(rule, series, more, interval);
    }

    /**
     * Measures and judges every {@code interval}, such as {@code 30s}.
     *
     * @throws IllegalArgumentException if it is no positive number of {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}, or more than 3650d
     */
    public RuleTester every(String interval) {
        Duration parsed = time(interval);
        if (parsed.isZero()) {
            throw new IllegalArgumentException("interval '" + interval + "' is not allowed: use more than zero");
        }
        return new RuleTester(rule, series, checks, parsed);
    }

    /**
     * Fails unless the alert of the rule, or the one that has come farthest if there are several, is in {@code state} at {@code time}, such as {@code 5m}.
     *
     * @return this, so that more can be expected
     * @throws AssertionError if it is in another state
     * @throws IllegalArgumentException if {@code time} is no time, or more than 100,000 intervals or 3650d
     */
    public RuleTester expect(String time, AlertState state) {
        long steps = time(time).dividedBy(interval);
        if (steps > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "time '" + time + "' of " + steps + " intervals is not allowed: use at most " + MAX_STEPS);
        }
        AlertState actual = stateAfter((int) steps);
        if (actual != state) {
            throw new AssertionError("rule '" + rule.name() + "' is " + actual + " after " + time + ", not " + state);
        }
        return this;
    }

    private AlertState stateAfter(int steps) {
        Evaluation evaluation = new Evaluation();
        evaluation.add(rule);
        Map<String, List<Measurement>> measured = measured(steps);
        for (int step = 0; step <= steps; step++) {
            long now = interval.toNanos() * step;
            evaluation.evaluate(new Written(step, measured), now);
            evaluation.forget(now);
        }
        return evaluation.tracks().stream()
                .map(AlertTrack::state)
                .max(Comparator.comparingInt(RuleTester::reach))
                .orElse(AlertState.INACTIVE);
    }

    private Map<String, List<Measurement>> measured(int steps) {
        Map<String, List<Measurement>> measured = new LinkedHashMap<>();
        series.forEach((metric, values) -> measured.put(
                metric,
                IntStream.rangeClosed(0, steps)
                        .mapToObj(i -> new Measurement(moment(i), i < values.size() ? values.get(i) : Double.NaN))
                        .toList()));
        return measured;
    }

    private Instant moment(int step) {
        return Instant.EPOCH.plus(interval.multipliedBy(step));
    }

    private static int reach(AlertState state) {
        return switch (state) {
            case INACTIVE -> 0;
            case RESOLVED -> 1;
            case PENDING -> 2;
            case FIRING -> 3;
        };
    }

    private static Duration time(String text) {
        Matcher found = TIME.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("time '" + text + "' is not allowed: use a number and ms, s, m, h or d");
        }
        Duration time = unit(found.group(2)).multipliedBy(Long.parseLong(found.group(1)));
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("time '" + text + "' is not allowed: use at most 3650d");
        }
        return time;
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    /** The world as it is written down, after {@code step} intervals. */
    private final class Written implements Observed {
        private final int step;
        private final Map<String, List<Measurement>> measured;

        private Written(int step, Map<String, List<Measurement>> measured) {
            this.step = step;
            this.measured = measured;
        }

        @Override
        public Instant now() {
            return moment(step);
        }

        @Override
        public HealthSnapshot snapshot() {
            Map<String, CheckState> states = new LinkedHashMap<>();
            checks.forEach((name, statuses) -> states.put(name, state(name, statuses)));
            return new HealthSnapshot(HealthStatus.UP, states, new HealthScore(100, 100, List.of()), now(), false);
        }

        private CheckState state(String name, List<HealthStatus> statuses) {
            HealthStatus status = statuses.get(Math.min(step, statuses.size() - 1));
            HealthResult result = new HealthResult(status, null, null, Map.of(), null);
            return CheckState.of(name, result, true, now());
        }

        @Override
        public List<MetricSeries> series(String metric) {
            List<Measurement> all = measured.get(metric);
            return all == null
                    ? List.of()
                    : List.of(new WrittenSeries(metric, all.subList(Math.max(0, step + 1 - KEPT), step + 1)));
        }
    }

    /** A series that has no tags and no roll-ups. */
    record WrittenSeries(String name, List<Measurement> measurements) implements MetricSeries {
        @Override
        public Metric metric() {
            return new Metric(name, "", "");
        }

        @Override
        public Map<String, String> tags() {
            return Map.of();
        }

        @Override
        public Optional<Measurement> latest() {
            return Optional.of(measurements.get(measurements.size() - 1));
        }

        @Override
        public List<Rollup> fiveMinutes() {
            return List.of();
        }

        @Override
        public List<Rollup> hours() {
            return List.of();
        }
    }
}
