package dev.renum.health.alert;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.CheckState;
import dev.renum.health.HealthScore;
import dev.renum.health.HealthSnapshot;
import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A system that a test changes as it likes, with the rules that are judged by it. */
final class Scene implements Observed {
    private final Evaluation evaluation = new Evaluation();
    private final Map<String, Measurement> figures = new LinkedHashMap<>();
    private final Map<String, CheckState> checks = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private boolean isStale;

    Scene(List<AlertRule> rules) {
        rules.forEach(evaluation::add);
    }

    /** Measures {@code value} once, now. */
    void measure(String metric, double value) {
        figures.put(metric, new Measurement(now, value));
    }

    /** Shows that result of a required check. */
    void check(String name, HealthResult result) {
        checks.put(name, CheckState.of(name, result, true, now));
    }

    void removeChecks() {
        checks.clear();
    }

    void goStale() {
        isStale = true;
    }

    /** Lets time pass, and judges the rules then. */
    void pass(Duration duration) {
        now = now.plus(duration);
        long nanos = Duration.between(Instant.EPOCH, now).toNanos();
        evaluation.evaluate(this, nanos);
        evaluation.forget(nanos);
    }

    int dropped() {
        return evaluation.dropped();
    }

    /** The names of the rules that have an alert in {@code state}. */
    Set<String> rulesIn(AlertState state) {
        return evaluation.tracks().stream()
                .filter(track -> track.state() == state)
                .map(track -> track.rule().name())
                .collect(Collectors.toSet());
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public HealthSnapshot snapshot() {
        return new HealthSnapshot(HealthStatus.UP, checks, new HealthScore(100, 100, List.of()), now, isStale);
    }

    @Override
    public List<MetricSeries> series(String metric) {
        Measurement measured = figures.get(metric);
        return measured == null ? List.of() : List.of(new RuleTester.WrittenSeries(metric, List.of(measured)));
    }
}
