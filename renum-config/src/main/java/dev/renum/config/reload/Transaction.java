package dev.renum.config.reload;

import dev.renum.config.reload.Failure.Step;
import dev.renum.config.reload.TimedCalls.NoResult;
import dev.renum.core.settings.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One change, from the first {@code prepare} to the last {@code commit}, or back again.
 *
 * <p>Each prepared change is committed or discarded, whatever the others do. Undoing never stops half-way: what fails is told and the next one
 * follows.
 */
final class Transaction {
    private final TimedCalls calls;
    private final Supplier<Duration> limit;
    private final BooleanSupplier closed;
    private final Consumer<Failure> undoFailures;
    private final List<Ready> ready = new ArrayList<>();
    private boolean interrupted;

    /** A change that is not begun once it is {@code closed}; {@code limit} is asked for each step. */
    Transaction(TimedCalls calls, Supplier<Duration> limit, BooleanSupplier closed, Consumer<Failure> undoFailures) {
        this.calls = calls;
        this.limit = limit;
        this.closed = closed;
        this.undoFailures = undoFailures;
    }

    private record Ready(Participant<?> participant, Prepared prepared) {}

    /** Takes the participants through; returns the first failure, after everything has been undone, or {@code null}. */
    @Nullable
    Failure run(
            List<Participant<?>> participants, Map<Class<?>, Object> running, Map<Class<?>, Object> next, Swap swap) {
        try {
            Failure failure = prepareAll(participants, running, next);
            return failure == null ? commitAll(swap) : failure;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Failure prepareAll(
            List<Participant<?>> participants, Map<Class<?>, Object> running, Map<Class<?>, Object> next) {
        for (Participant<?> participant : participants) {
            Failure failure = prepare(participant, running, next);
            if (failure != null) {
                discardFrom(0);
                return failure;
            }
        }
        return null;
    }

    private @Nullable Failure prepare(
            Participant<?> participant, Map<Class<?>, Object> running, Map<Class<?>, Object> next) {
        if (closed.getAsBoolean()) {
            return participant.failure(Step.PREPARE, "was not asked, because the configuration was closed");
        }
        Consumer<Prepared> late = prepared -> undoLate(participant, Step.DISCARD, prepared::discard);
        try {
            Prepared prepared = calls.call(() -> participant.prepare(running, next), limit, late);
            ready.add(new Ready(participant, prepared));
            return null;
        } catch (NoResult e) {
            return failure(participant, Step.PREPARE, e);
        }
    }

    private @Nullable Failure commitAll(Swap swap) {
        swap.forth().run();
        for (int i = 0; i < ready.size(); i++) {
            Failure failure = commit(ready.get(i));
            if (failure != null) {
                rollbackBefore(i);
                discardFrom(i + 1);
                swap.back().run();
                return failure;
            }
        }
        return null;
    }

    private @Nullable Failure commit(Ready one) {
        Consumer<Boolean> late = done -> undoLate(one.participant(), Step.ROLLBACK, one.prepared()::rollback);
        try {
            calls.call(done(one.prepared()::commit), limit, late);
            return null;
        } catch (NoResult e) {
            return failure(one.participant(), Step.COMMIT, e);
        }
    }

    private void rollbackBefore(int end) {
        for (int i = end - 1; i >= 0; i--) {
            Ready one = ready.get(i);
            undo(one.participant(), Step.ROLLBACK, one.prepared()::rollback);
        }
    }

    private void discardFrom(int begin) {
        for (int i = ready.size() - 1; i >= begin; i--) {
            Ready one = ready.get(i);
            undo(one.participant(), Step.DISCARD, one.prepared()::discard);
        }
    }

    private void undo(Participant<?> participant, Step step, Runnable action) {
        try {
            calls.call(done(action), limit, late -> {});
        } catch (NoResult e) {
            undoFailures.accept(failure(participant, step, e));
        }
    }

    /** On the thread that is late anyway. */
    private void undoLate(Participant<?> participant, Step step, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            undoFailures.accept(participant.failure(step, Failure.reason(e)));
        }
    }

    private Failure failure(Participant<?> participant, Step step, NoResult e) {
        interrupted |= e.isInterrupt();
        return participant.failure(step, String.valueOf(e.getMessage()));
    }

    private static Callable<Boolean> done(Runnable action) {
        return () -> {
            action.run();
            return true;
        };
    }
}
