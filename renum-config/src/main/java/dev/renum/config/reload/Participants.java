package dev.renum.config.reload;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.settings.Reconfigurable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Those who take part in a change, in the order in which they came. Safe for use by many threads; one change at a time. */
public final class Participants {
    private static final Duration LIMIT_AFTER_CLOSE = Duration.ofMillis(100);

    private final List<Participant<?>> participants = new CopyOnWriteArrayList<>();
    private final Threads threads;
    private final TimedCalls calls;
    private final Consumer<Failure> undoFailures;
    private volatile boolean closed;

    /** Tells {@code undoFailures} of a rollback or discard that failed, on any thread. */
    public Participants(Consumer<Failure> undoFailures) {
        this(undoFailures, new Threads("participant"));
    }

    Participants(Consumer<Failure> undoFailures, Threads threads) {
        this.threads = threads;
        this.calls = new TimedCalls(threads);
        this.undoFailures = undoFailures;
    }

    /** Adds {@code target}, to be asked whenever {@code section} changes. */
    public <S> Registration add(Class<S> section, Reconfigurable<? super S> target) {
        Participant<S> participant = new Participant<>(section, target);
        participants.add(participant);
        return () -> participants.remove(participant);
    }

    /**
     * Takes everybody whose section differs through a change, each step of each at most {@code limit} long.
     *
     * @return the first failure, after everything has been undone; {@code null} if the change is made
     */
    public @Nullable Failure change(
            Map<Class<?>, Object> running, Map<Class<?>, Object> next, Duration limit, Swap swap) {
        List<Participant<?>> concerned = new ArrayList<>(participants);
        concerned.removeIf(participant -> !participant.isConcerned(running, next));
        return new Transaction(calls, () -> closed ? LIMIT_AFTER_CLOSE : limit, () -> closed, undoFailures)
                .run(concerned, running, next, swap);
    }

    /** Whether the calling thread is a participant's. */
    public boolean isInside() {
        return threads.isOwn();
    }

    /** Asks nobody any more, and leaves behind whoever is at work, so that a change under way comes to its end without waiting for anybody. */
    public void cancel() {
        closed = true;
        calls.cancel();
    }

    /** The same, and waits until {@code deadline} for the end of those who are at work. */
    public void close(Deadline deadline) {
        cancel();
        threads.end(deadline);
    }
}
