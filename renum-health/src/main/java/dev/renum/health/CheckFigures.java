package dev.renum.health;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.time.Duration;

/** Counts the runs of one check. Guarded by the monitor's lock. */
final class CheckFigures {
    private static final Metric RUNS =
            new Metric("renum.health.check", "seconds", "Runs of a check that ended in time.");
    private static final Metric FAILURES =
            new Metric("renum.health.check.failures", "", "Results of a check that were failures.");
    private static final Metric TIMEOUTS =
            new Metric("renum.health.check.timeouts", "", "Times that a check did not answer in time.");
    private static final Metric DISCARDED =
            new Metric("renum.health.check.discarded", "", "Results of a check that came too late.");

    private long runs;
    private long nanos;
    private long failures;
    private long timeouts;
    private long discarded;

    void ran(Duration duration) {
        runs++;
        nanos += duration.toNanos();
    }

    void failed() {
        failures++;
    }

    void timedOut() {
        timeouts++;
    }

    void discarded() {
        discarded++;
    }

    /** A copy that the lock need not guard. */
    CheckFigures copy() {
        CheckFigures copy = new CheckFigures();
        copy.runs = runs;
        copy.nanos = nanos;
        copy.failures = failures;
        copy.timeouts = timeouts;
        copy.discarded = discarded;
        return copy;
    }

    void measure(MetricSink sink, String check) {
        sink.timer(RUNS, runs, nanos, "check", check);
        sink.counter(FAILURES, (double) failures, "check", check);
        sink.counter(TIMEOUTS, (double) timeouts, "check", check);
        sink.counter(DISCARDED, (double) discarded, "check", check);
    }
}
