package dev.renum.health;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.health.background.Mailbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Those who hear of changes, none of whom can delay another or whoever tells. Safe for use by many threads. */
final class HealthListeners {
    private final List<Mailbox<HealthChange>> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicLong missed = new AtomicLong();
    private final Consumer<Throwable> failures;
    private final ThreadFactory threads;
    private volatile boolean closed;

    /** Tells {@code failures} what a listener threw, on the listener's thread. */
    HealthListeners(Consumer<Throwable> failures) {
        this(failures, task -> CheckThreads.daemon(task, "renum-health-listener"));
    }

    HealthListeners(Consumer<Throwable> failures, ThreadFactory threads) {
        this.failures = failures;
        this.threads = threads;
    }

    Registration add(HealthListener listener) {
        Mailbox<HealthChange> subscription = new Mailbox<>(listener::changed, failures, threads);
        subscriptions.add(subscription);
        if (closed) {
            remove(subscription);
        }
        return () -> {
            remove(subscription);
            subscription.interrupt();
        };
    }

    /** Those who listen now. */
    List<Mailbox<HealthChange>> present() {
        return List.copyOf(subscriptions);
    }

    /** Lets {@code audience} hear of {@code change}, without waiting for anybody. */
    void tell(HealthChange change, List<Mailbox<HealthChange>> audience) {
        for (Mailbox<HealthChange> subscription : audience) {
            if (subscription.offer(change)) {
                missed.incrementAndGet();
            }
        }
    }

    /** Tries again to tell what waits, where no thread could be had for it. */
    void resume() {
        subscriptions.forEach(Mailbox::resume);
    }

    long missed() {
        return missed.get();
    }

    /** Tells nothing more, interrupts calls under way and waits for their end until {@code deadline}. */
    void close(Deadline deadline) {
        closed = true;
        List<Mailbox<HealthChange>> ending = List.copyOf(subscriptions);
        ending.forEach(this::remove);
        ending.forEach(Mailbox::interrupt);
        ending.forEach(subscription -> subscription.await(deadline));
    }

    private void remove(Mailbox<HealthChange> subscription) {
        subscriptions.remove(subscription);
        subscription.close();
    }
}
