package dev.renum.health;

import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import dev.renum.health.CheckRunner.Launch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Starts checks when they are due, times out those that are overdue, and renews the snapshot, on a thread of its own that runs no check. */
final class CheckScheduler {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
    private static final long JUMP = TimeUnit.MILLISECONDS.toNanos(500);

    private final CheckRegistry checks;
    private final Board board;
    private final CheckRunner runner;
    private final ChangeFeed feed;
    private final Runnable afterPass;
    private final Guard guard;
    private final Ticker ticker;
    private final long longestWait;
    private final Thread thread;
    private volatile boolean closed;

    CheckScheduler(
            CheckRegistry checks,
            Board board,
            CheckRunner runner,
            ChangeFeed feed,
            Runnable afterPass,
            Guard guard,
            Ticker ticker,
            long staleNanos) {
        this.checks = checks;
        this.board = board;
        this.runner = runner;
        this.feed = feed;
        this.afterPass = afterPass;
        this.guard = guard;
        this.ticker = ticker;
        this.longestWait = Math.min(LONGEST_WAIT, staleNanos / 3);
        long begun = ticker.read();
        this.thread = CheckThreads.daemon(() -> schedule(begun), "renum-health-scheduler");
    }

    void start() {
        thread.start();
    }

    /** Ends the thread; the monitor has woken it. */
    void close() {
        closed = true;
        thread.interrupt();
    }

    void awaitEnd(Deadline deadline) throws InterruptedException {
        thread.join(Math.max(1, deadline.remaining().toMillis()));
    }

    /** Its life. Whatever a pass throws is logged and the next pass comes: a snapshot that stays stale would help nobody. */
    private void schedule(long begun) {
        long plannedAt = begun;
        boolean open = true;
        while (open && !closed) {
            try {
                pass(plannedAt).forEach(runner::launch);
                afterPass.run();
                long pause = untilNextDue();
                plannedAt = ticker.read() + pause;
                guard.pause(pause);
            } catch (InterruptedException e) {
                open = false;
            } catch (Throwable t) {
                feed.failed(t);
                open = pausedAfterFailure();
            }
        }
    }

    private boolean pausedAfterFailure() {
        try {
            guard.pause(LONGEST_WAIT);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private List<Launch> pass(long plannedAt) {
        return guard.get(() -> {
            guard.beginPass();
            List<Launch> launches = step(plannedAt);
            board.publish();
            return launches;
        });
    }

    /** Times out what is overdue and starts what is due. The lock is held. */
    private List<Launch> step(long plannedAt) {
        long now = ticker.read();
        long late = now - plannedAt;
        List<Launch> launches = new ArrayList<>();
        for (MonitoredCheck check : checks.all()) {
            if (late > JUMP) {
                check.postpone(late);
            }
            check.timeOutIfOverdue(now, Instant.now());
            CheckRun run = check.startIfDue(now);
            if (run != null) {
                launches.add(new Launch(check, run));
            }
        }
        return launches;
    }

    private long untilNextDue() {
        return guard.get(() -> {
            long now = ticker.read();
            LongStream idle = checks.all().stream().mapToLong(check -> check.idleFor(now));
            return Math.max(0, idle.reduce(longestWait, Math::min));
        });
    }
}
