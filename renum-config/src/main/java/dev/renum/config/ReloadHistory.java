package dev.renum.config;

import dev.renum.config.reload.Failure;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.config.report.ReloadResult.Unchanged;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What became of the reloads: the last result, how many there were of each, and a line in the log for what is new. Read by many threads, written by one at a time. */
final class ReloadHistory {
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong undoFailures = new AtomicLong();
    private volatile @Nullable Outcome last;

    /**
     * What became of a reload.
     *
     * @param result what it was
     * @param generation which generation was in force after it, whatever is being put in force since
     */
    record Outcome(ReloadResult result, long generation) {}

    /** What became of the last reload, {@code null} before the first. */
    @Nullable
    Outcome outcome() {
        return last;
    }

    /** The result of the last reload, {@code null} before the first. */
    @Nullable
    ReloadResult last() {
        Outcome outcome = last;
        return outcome == null ? null : outcome.result();
    }

    long applied() {
        return applied.get();
    }

    long rejected() {
        return rejected.get();
    }

    long undoFailures() {
        return undoFailures.get();
    }

    ReloadResult applied(ConfigChange change) {
        applied.incrementAndGet();
        Applied result = new Applied(change);
        last = new Outcome(result, change.generation());
        ReloadLog.applied(change);
        return result;
    }

    /** The sources say what is in force, which is the generation of that number. */
    ReloadResult unchanged(long generation) {
        boolean restored = last() instanceof Rejected;
        Unchanged result = new Unchanged();
        last = new Outcome(result, generation);
        if (restored) {
            ReloadLog.restored(generation);
        }
        return result;
    }

    /** The same reasons once more are neither counted nor said. */
    ReloadResult rejected(long generation, ConfigReport report) {
        Rejected result = new Rejected(report);
        if (!result.equals(last())) {
            rejected.incrementAndGet();
            last = new Outcome(result, generation);
            ReloadLog.rejected(generation, report);
        }
        return result;
    }

    /** From any thread. */
    void undoFailed(Failure failure, Collection<String> secrets) {
        undoFailures.incrementAndGet();
        ReloadLog.undoFailed(failure, secrets);
    }
}
