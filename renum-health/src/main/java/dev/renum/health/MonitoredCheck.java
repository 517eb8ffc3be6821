package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A check with its states idle, running and stuck, as {@code docs/decisions.md} lists them. Guarded by the monitor's lock; times are those
 * of the ticker.
 */
final class MonitoredCheck {
    /** How long a failure may wait for what may explain it. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final CheckSpec spec;
    private final Hysteresis hysteresis;
    private final CheckFigures figures = new CheckFigures();
    private @Nullable CheckRun run;
    private long nextDue;
    private boolean done;
    private @Nullable CheckRun answered;
    private @Nullable Failure failure;
    private @Nullable Doubt doubt;
    private Instant since;
    private @Nullable Instant lastRun;
    private Duration lastDuration = Duration.ZERO;

    MonitoredCheck(CheckSpec spec, long now, Instant registeredAt) {
        this.spec = spec;
        this.hysteresis = new Hysteresis(spec);
        this.nextDue = now;
        this.since = registeredAt;
    }

    /** That it has begun to be shown as failed: by which run, and when. */
    private record Failure(CheckRun by, long at) {}

    /** That its failure may be over, since {@code cause} works again; a run that was in flight then cannot tell. */
    private record Doubt(
            MonitoredCheck cause, long at, @Nullable CheckRun inFlight) {}

    CheckSpec spec() {
        return spec;
    }

    HealthStatus status() {
        return hysteresis.shown().status();
    }

    CheckFigures figures() {
        return figures;
    }

    @Nullable
    CheckRun run() {
        return run;
    }

    /** Starts a run if one is due and none in flight; otherwise {@code null}. */
    @Nullable
    CheckRun startIfDue(long now) {
        followBack(now);
        return run == null && !done && nextDue - now <= 0 ? start(now) : null;
    }

    /** Starts a run if none is in flight, due or not; otherwise {@code null}. */
    @Nullable
    CheckRun startNow(long now) {
        return run == null && !done ? start(now) : null;
    }

    /** Counts a timeout if the run in flight has passed its deadline, or is stuck and due again. */
    void timeOutIfOverdue(long now, Instant at) {
        followBack(now);
        if (run != null && (run.isStuck() ? nextDue : run.deadline()) - now <= 0) {
            timeOut(run, now, at);
        }
    }

    private void timeOut(CheckRun overdue, long now, Instant at) {
        if (!overdue.isStuck()) {
            overdue.giveUp();
        }
        figures.timedOut();
        nextDue = now + spec.interval().toNanos();
        count(overdue, timeout(), now, at);
    }

    /**
     * Nothing is ever due further ahead than its interval, so a clock that has gone back, which a ticker should not, delays no run and no timeout by
     * more.
     */
    private void followBack(long now) {
        nextDue = now + Math.min(nextDue - now, spec.interval().toNanos());
        if (run != null) {
            run.endWithin(spec.timeout().toNanos(), now);
        }
    }

    /** Takes the result of {@code finished}, or discards it if it comes too late. A run that never began has one, but took no time. */
    void finish(CheckRun finished, HealthResult result, long now, Instant at) {
        finished.end();
        if (run != finished) {
            return;
        }
        run = null;
        lastDuration = finished.hasBegun() ? Duration.ofNanos(now - finished.startedAt()) : lastDuration;
        if (finished.isStuck()) {
            discard(finished, now);
        } else {
            take(finished, result, now, at);
        }
    }

    private void take(CheckRun finished, HealthResult result, long now, Instant at) {
        if (finished.hasBegun()) {
            figures.ran(lastDuration);
        }
        count(finished, result, now, at);
        done = spec.probe() == Probe.STARTUP && status().isServing();
    }

    private void discard(CheckRun late, long now) {
        figures.discarded();
        long regular = late.startedAt() + spec.interval().toNanos();
        nextDue = regular - now > 0 ? regular : now;
    }

    /** Moves the deadline of a run in flight by time that it did not have. */
    void postpone(long nanos) {
        if (run != null) {
            run.postpone(nanos);
        }
    }

    void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /** The nanoseconds until something is due here. */
    long idleFor(long now) {
        if (done) {
            return Long.MAX_VALUE;
        }
        return run != null && !run.isStuck() ? run.deadline() - now : nextDue - now;
    }

    /**
     * Whether it has failed so lately that {@code cause} may explain it and is not known to: it has not been asked since the run began that failed here.
     */
    boolean suspects(MonitoredCheck cause, long now) {
        return failure != null
                && isWithin(PATIENCE, now - failure.at())
                && !cause.done
                && !cause.hasAnsweredSince(failure.by().startedAt());
    }

    /** Whether {@code cause} has explained its failure, works again, and nothing has been heard of it since. */
    boolean doubts(MonitoredCheck cause, long now) {
        return doubt != null && doubt.cause() == cause && isWithin(PATIENCE, now - doubt.at());
    }

    /** Asks again at once if it has failed: {@code cause}, which it depends on, works again. */
    void reconsider(MonitoredCheck cause, long now) {
        if (failure != null) {
            doubt = new Doubt(cause, now, run);
            hurry(now);
        }
    }

    private static boolean isWithin(long limit, long age) {
        return age >= 0 && age < limit;
    }

    private boolean hasAnsweredSince(long moment) {
        return answered != null && answered.startedAt() - moment >= 0;
    }

    /** Is due now, unless it is being asked. */
    void hurry(long now) {
        if (run == null) {
            nextDue = now;
        }
    }

    /** What is known of it, {@code suspect} being what is asked why it has failed. */
    CheckState state(@Nullable String suspect) {
        return new CheckState(
                spec.name(),
                hysteresis.shown(),
                spec.isRequired(),
                spec.probe(),
                since,
                lastRun,
                lastDuration,
                hysteresis.consecutiveFailures(),
                null,
                suspect);
    }

    private CheckRun start(long now) {
        nextDue = now + spec.interval().toNanos();
        run = new CheckRun(now, now + spec.timeout().toNanos());
        return run;
    }

    private void count(CheckRun by, HealthResult result, long now, Instant at) {
        HealthStatus before = status();
        hysteresis.accept(result);
        answered = by;
        lastRun = at;
        since = status() == before ? since : at;
        if (!result.status().isServing()) {
            figures.failed();
        }
        failure = status().isServing() ? null : failure == null ? new Failure(by, now) : failure;
        settleDoubt(by, now);
    }

    private void settleDoubt(CheckRun by, long now) {
        if (doubt == null) {
            return;
        }
        if (failure != null && doubt.inFlight() == by) {
            nextDue = now;
        } else {
            doubt = null;
        }
    }

    private HealthResult timeout() {
        return HealthResult.down(
                HealthCode.TIMEOUT.id(),
                "has not answered within " + spec.timeout().toMillis() + " ms");
    }
}
