package dev.renum.health;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.core.Registration;
import dev.renum.health.background.BackgroundLog;
import dev.renum.health.background.Mailbox;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the log and the listeners of changes in their order, outside the lock under which they happened. Safe for use by many threads. */
final class ChangeFeed {
    private static final int RECENT = 50;

    private final BackgroundLog log;
    private final HealthListeners listeners;
    private final Queue<Telling> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock telling = new ReentrantLock();
    private final Deque<HealthChange> recent = new ConcurrentLinkedDeque<>();

    ChangeFeed(BackgroundLog log) {
        this.log = log;
        this.listeners = new HealthListeners(this::failed);
    }

    /** The words of an exception are a host's, and so may hold secrets, as its trace does with them. */
    private void failed(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String text = Masking.mask(Failures.text(failure));
        log.write(to -> to.atWarn()
                .addKeyValue("cause", text)
                .addKeyValue("at", trace.length == 0 ? "unknown" : trace[0])
                .log("a listener of health failed; it will hear of the next change"));
    }

    /** A change, and who listened when it happened. */
    private record Telling(HealthChange change, List<Mailbox<HealthChange>> audience) {}

    /** Takes {@code changes}, for those who listen now: whoever comes later has seen what they led to. */
    void add(Collection<HealthChange> changes) {
        if (!changes.isEmpty()) {
            List<Mailbox<HealthChange>> audience = listeners.present();
            changes.forEach(change -> waiting.add(new Telling(change, audience)));
        }
    }

    Registration listen(HealthListener listener) {
        return listeners.add(listener);
    }

    /** Tells what waits; one thread at a time does it for all, and whoever finds it busy leaves the rest to it. */
    void tell() {
        while (!waiting.isEmpty() && telling.tryLock()) {
            try {
                drain();
            } finally {
                telling.unlock();
            }
        }
    }

    /** Tries again to tell what waits, where no thread could be had for it. */
    void resume() {
        listeners.resume();
        log.resume();
    }

    /** The last changes that were told, newest first. */
    List<HealthChange> recent() {
        return recent.stream().limit(RECENT).toList();
    }

    /** How many changes listeners have missed because they lagged behind. */
    long missed() {
        return listeners.missed();
    }

    void close(Deadline deadline) {
        listeners.close(deadline);
    }

    private void drain() {
        for (Telling next = waiting.poll(); next != null; next = waiting.poll()) {
            HealthChange change = next.change();
            remember(change);
            log.write(to -> Changes.log(change, to));
            listeners.tell(change, next.audience());
        }
    }

    private void remember(HealthChange change) {
        recent.addFirst(change);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }
}
