package dev.renum.health;

import dev.renum.core.Ticker;
import dev.renum.health.CheckRunner.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** One pass over the checks: starts those that are due, times out those that are overdue, renews the snapshot. For the thread of the scheduler. */
final class CheckPass {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
    private static final long JUMP = TimeUnit.MILLISECONDS.toNanos(500);

    private final CheckRegistry checks;
    private final Board board;
    private final CheckRunner runner;
    private final Guard guard;
    private final Ticker ticker;

    CheckPass(CheckRegistry checks, Board board, CheckRunner runner, Guard guard, Ticker ticker) {
        this.checks = checks;
        this.board = board;
        this.runner = runner;
        this.guard = guard;
        this.ticker = ticker;
    }

    /** Does the one that was planned for {@code plannedAt}. */
    void run(long plannedAt) {
        List<Launch> launches = new ArrayList<>();
        try {
            guard.run(() -> {
                guard.beginPass();
                step(plannedAt, launches);
                board.publish();
            });
        } finally {
            // Whatever fails: a run that has been decided on and is not launched would be waited for, for ever.
            runner.launch(launches);
        }
    }

    /** How many nanoseconds nothing is due, so that the snapshot is renewed thrice before it would be {@code stale}. */
    long idle(Duration stale) {
        return guard.get(() -> {
            long now = ticker.read();
            LongStream idle = checks.all().stream().mapToLong(check -> check.idleFor(now));
            return Math.max(0, idle.reduce(Math.min(LONGEST_WAIT, stale.toNanos() / 3), Math::min));
        });
    }

    /** The lock is held. */
    private void step(long plannedAt, List<Launch> launches) {
        long now = ticker.read();
        long late = now - plannedAt;
        checks.hurrySuspects(now);
        if (late > JUMP) {
            checks.all().forEach(check -> check.postpone(late));
        }
        for (MonitoredCheck check : checks.all()) {
            check.timeOutIfOverdue(now, Instant.now());
            start(check, now, launches);
        }
    }

    private static void start(MonitoredCheck check, long now, List<Launch> launches) {
        CheckRun run = check.startIfDue(now);
        if (run != null) {
            launches.add(new Launch(check, run));
        }
    }
}
