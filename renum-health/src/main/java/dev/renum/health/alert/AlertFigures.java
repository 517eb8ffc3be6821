package dev.renum.health.alert;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthCode;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the manager itself is, as a state and as figures. */
final class AlertFigures {
    static final String CHECK = "alerts";

    private static final Metric FIRING = new Metric("alerts.firing", "alerts", "Alerts that are firing.");
    private static final Metric PENDING = new Metric("alerts.pending", "alerts", "Alerts whose time has not come yet.");
    private static final Metric AGE =
            new Metric("alerts.evaluation.age", "seconds", "How long ago the rules were judged.");
    private static final Metric UNTRACKED =
            new Metric("alerts.untracked", "alerts", "Alerts that are not kept because their rule has too many.");
    private static final Metric WAITING =
            new Metric("notifications.waiting", "alerts", "Alerts and ends of alerts that are not delivered yet.");
    private static final Metric DROPPED =
            new Metric("notifications.dropped", "alerts", "Alerts and ends of alerts that nobody will hear of.");
    private static final Metric ATTEMPTS =
            new Metric("notifications.attempts", "attempts", "Attempts to deliver, by what became of them.");
    private static final Duration LATE = Duration.ofMinutes(2);

    private final AlertBook book;
    private final EvaluationThread evaluation;
    private final List<Outbox> outboxes;

    AlertFigures(AlertBook book, EvaluationThread evaluation, List<Outbox> outboxes) {
        this.book = book;
        this.evaluation = evaluation;
        this.outboxes = outboxes;
    }

    HealthResult result() {
        HealthResult state = state();
        return state.withDetail("firing", Long.toString(book.count(AlertState.FIRING)))
                .withDetail("waiting", Integer.toString(waiting()))
                .withDetail("dropped", Long.toString(dropped()));
    }

    private HealthResult state() {
        Duration age = evaluation.age();
        String failure = evaluation.failure();
        if (failure != null || age.compareTo(LATE) > 0) {
            String why = failure == null ? "" : ": " + failure;
            return degraded(
                    HealthCode.ALERTS_NOT_EVALUATED, "the rules were judged " + age.toSeconds() + " s ago" + why);
        }
        return outboxes.stream()
                .filter(outbox -> outbox.loss() != null)
                .findFirst()
                .map(outbox -> degraded(HealthCode.NOTIFICATION_LOST, "route " + outbox.name() + ": " + outbox.loss()))
                .orElseGet(this::stateOfChannels);
    }

    private HealthResult stateOfChannels() {
        return outboxes.stream()
                .flatMap(outbox -> outbox.channels().stream())
                .filter(channel -> channel.trouble() != null)
                .findFirst()
                .map(channel ->
                        degraded(HealthCode.CHANNEL_FAILS, "channel " + channel.name() + " " + channel.trouble()))
                .orElseGet(this::stateOfRules);
    }

    private HealthResult stateOfRules() {
        Map<String, String> troubles = book.troubles();
        if (!troubles.isEmpty()) {
            return degraded(HealthCode.RULE_FAILED, "rules that cannot be judged: " + troubles);
        }
        boolean isFull = outboxes.stream().anyMatch(outbox -> outbox.waiting() >= Backlog.MAX_ALERTS);
        return isFull || book.dropped() > 0
                ? degraded(
                        HealthCode.TOO_MANY_ALERTS,
                        "there were more alerts than are kept: " + book.dropped() + " of rules, " + dropped()
                                + " of notifications are missing")
                : HealthResult.up();
    }

    private static HealthResult degraded(HealthCode code, String message) {
        return HealthResult.degraded(code.id(), Texts.line(message, 500));
    }

    void measure(MetricSink sink) {
        sink.gauge(FIRING, (double) book.count(AlertState.FIRING));
        sink.gauge(PENDING, (double) book.count(AlertState.PENDING));
        sink.gauge(AGE, evaluation.age().toNanos() / 1e9);
        sink.gauge(UNTRACKED, book.dropped());
        outboxes.forEach(outbox -> {
            sink.gauge(WAITING, outbox.waiting(), "route", outbox.name());
            sink.counter(DROPPED, (double) outbox.dropped(), "route", outbox.name());
            outbox.channels().forEach(channel -> measure(channel, sink));
        });
    }

    private static void measure(Channel channel, MetricSink sink) {
        sink.counter(ATTEMPTS, (double) channel.delivered(), "channel", channel.name(), "result", "delivered");
        sink.counter(ATTEMPTS, (double) channel.failed(), "channel", channel.name(), "result", "failed");
    }

    private int waiting() {
        return outboxes.stream().mapToInt(Outbox::waiting).sum();
    }

    private long dropped() {
        return outboxes.stream().mapToLong(Outbox::dropped).sum();
    }
}
