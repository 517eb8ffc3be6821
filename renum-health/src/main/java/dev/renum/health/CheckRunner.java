package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Ticker;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands runs of checks to an executor, and takes what comes of them. Safe for use by many threads. */
final class CheckRunner {
    /** A check that ignores its interrupt is left behind on its daemon thread. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** Made before it is needed, which is where there is no memory to say what a check threw. */
    private static final HealthResult UNSPEAKABLE =
            HealthResult.down(HealthCode.CHECK_FAILED.id(), "failed, and there is no memory to say how");

    private final CheckRegistry checks;
    private final Board board;
    private final Guard guard;
    private final Ticker ticker;
    private final Executor executor;
    private final @Nullable ExecutorService own;

    CheckRunner(CheckRegistry checks, Board board, Guard guard, Ticker ticker, @Nullable Executor executor) {
        this.checks = checks;
        this.board = board;
        this.guard = guard;
        this.ticker = ticker;
        this.own = executor == null ? CheckThreads.open() : null;
        this.executor = executor == null ? requireNonNull(own) : executor;
    }

    /** A run that has been decided on and must be handed to the executor. */
    record Launch(MonitoredCheck check, CheckRun run) {}

    /** Hands over all of them, whatever becomes of one. */
    void launch(List<Launch> launches) {
        for (Launch launch : launches) {
            try {
                launch(launch);
            } catch (Throwable t) {
                // For want of memory, and then of that one: the others must not be waited for in vain.
            }
        }
    }

    private void launch(Launch launch) {
        try {
            executor.execute(() -> run(launch));
        } catch (Throwable t) {
            // Whatever it is: the run would be waited for until its timeout, and later ones would not be handed over.
            if (guard.get(launch.run()::withdraw)) {
                finish(
                        launch,
                        HealthResult.unknown(HealthCode.NOT_RUN.id(), "could not be run: the executor refused it"));
            }
        }
    }

    /** Interrupts what runs on threads of its own. */
    void close() {
        if (own != null) {
            own.shutdownNow();
        }
    }

    /** Waits a second for the end of its threads. */
    void awaitEnd() throws InterruptedException {
        if (own != null) {
            own.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run(Launch launch) {
        boolean wanted = guard.get(() -> launch.run().begin(Thread.currentThread()));
        if (wanted) {
            finish(launch, resultOf(launch.check().spec().check()));
        }
        clearInterrupt();
    }

    private static HealthResult resultOf(HealthCheck check) {
        try {
            return ResultIntake.resultOf(check);
        } catch (Throwable t) { // for want of memory: without a result the run would be waited for, for ever
            return UNSPEAKABLE;
        }
    }

    /** An interrupt that was meant for the run must not meet the next task of this thread. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private void finish(Launch launch, HealthResult result) {
        MonitoredCheck check = launch.check();
        guard.run(() -> {
            checks.finish(check, launch.run(), result, ticker.read(), Instant.now());
            if (checks.has(check)) {
                board.publish();
            }
            guard.wake();
        });
    }
}
