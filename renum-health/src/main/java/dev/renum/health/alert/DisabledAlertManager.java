package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Judges nothing and tells nobody. It refuses what any manager would refuse, so that a mistake shows where health is switched off as well. */
final class DisabledAlertManager implements AlertManager {
    private final HealthSettings settings;

    DisabledAlertManager(HealthSettings settings, List<AlertRule> rules) {
        this.settings = settings;
        rules.forEach(this::add);
    }

    /** Which figures will be measured nobody knows here. */
    @Override
    public void add(AlertRule rule) {
        SilentRules.refusePeriod(requireNonNull(rule, "rule"), settings);
    }

    @Override
    public List<AlertRule> rules() {
        return List.of();
    }

    @Override
    public List<AlertRule> setupProactiveAlerts() {
        return List.of();
    }

    @Override
    public boolean sendCriticalNotifications(CriticalIssue issue) {
        requireNonNull(issue, "issue");
        return false;
    }

    @Override
    public List<Alert> active() {
        return List.of();
    }

    @Override
    public List<Alert> resolved() {
        return List.of();
    }

    @Override
    public boolean acknowledge(String id, String who) {
        requireNonNull(id, "id");
        Words.who(who);
        return false;
    }

    @Override
    public boolean resolve(String id, String who) {
        requireNonNull(id, "id");
        Words.who(who);
        return false;
    }

    /** One that is about nothing, and over at once. */
    @Override
    public Silence silence(AlertMatcher matcher, Duration duration, String who, String why) {
        requireNonNull(matcher, "matcher");
        Silences.valid(duration);
        return new Silence("silence-0", matcher, Instant.now(), Words.who(who), Words.why(why));
    }

    @Override
    public boolean unsilence(String id) {
        requireNonNull(id, "id");
        return false;
    }

    @Override
    public List<Silence> silences() {
        return List.of();
    }

    @Override
    public List<CheckSpec> checks() {
        return List.of(CheckSpec.of(AlertFigures.CHECK, () -> HealthResult.disabled("health is switched off")));
    }

    @Override
    public void measure(MetricSink sink) {}

    @Override
    public void close() {}
}
