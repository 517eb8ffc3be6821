package dev.renum.config;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigStatus;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.util.List;

/** Shows how the configuration stands. */
final class ConfigHealth {
    private static final Metric GENERATION =
            new Metric("renum.config.generation", "", "The number of the configuration in force, from 1.");
    private static final Metric WARNINGS =
            new Metric("renum.config.warnings", "", "How many warnings the current configuration has.");
    private static final Metric PENDING =
            new Metric("renum.config.pending", "", "How many settings have another value after a restart.");
    private static final Metric RELOADS =
            new Metric("renum.config.reloads", "", "How many changes of the sources were applied or rejected.");
    private static final Metric DROPPED = new Metric(
            "renum.config.changes.dropped", "", "How many changes listeners have lost because they lagged behind.");
    private static final Metric UNDO_FAILURES = new Metric(
            "renum.config.undo.failures", "", "How many participants could not undo a change that was rejected.");

    private final Generations generations;

    ConfigHealth(Generations generations) {
        this.generations = generations;
    }

    ConfigStatus status() {
        Generation now = generations.current();
        ReloadResult last = generations.history().last();
        List<Problem> problems = last instanceof Rejected rejected
                ? rejected.report().problems()
                : now.config().warnings();
        return new ConfigStatus(now.number(), last, problems, now.pending());
    }

    HealthResult check() {
        Generation now = generations.current();
        return state().withDetail("environment", now.config().environment().name())
                .withDetail("generation", Long.toString(now.number()))
                .withDetail("warnings", Integer.toString(now.config().warnings().size()))
                .withDetail("pending", Integer.toString(now.pending().size()));
    }

    void measure(MetricSink sink) {
        Generation now = generations.current();
        sink.gauge(GENERATION, (double) now.number());
        sink.gauge(WARNINGS, now.config().warnings().size());
        sink.gauge(PENDING, now.pending().size());
        sink.counter(RELOADS, (double) generations.history().applied(), "result", "applied");
        sink.counter(RELOADS, (double) generations.history().rejected(), "result", "rejected");
        sink.counter(DROPPED, (double) generations.listeners().dropped());
        sink.counter(UNDO_FAILURES, (double) generations.history().undoFailures());
    }

    private HealthResult state() {
        if (!generations.settings().enabled()) {
            return HealthResult.disabled(ConfigSettings.ENABLED + " is false: the configuration of the start stays");
        }
        ReloadHistory.Outcome last = generations.history().outcome();
        if (last != null && last.result() instanceof Rejected rejected) {
            return HealthResult.degraded(
                    ConfigCode.RELOAD_REJECTED.id(),
                    "the sources have changed to what cannot be used, generation " + last.generation() + " stays: "
                            + first(rejected));
        }
        return HealthResult.up();
    }

    private static String first(Rejected rejected) {
        Problem first = rejected.report().problems().get(0);
        return first.finding().code() + " " + first.finding().subject() + " "
                + first.finding().message() + " ("
                + rejected.report().problems().size() + " in all)";
    }
}
