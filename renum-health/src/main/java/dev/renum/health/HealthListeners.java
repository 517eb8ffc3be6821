package dev.renum.health;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Those who hear of changes, none of whom can delay another or whoever tells. Safe for use by many threads. */
final class HealthListeners {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicLong missed = new AtomicLong();
    private final Consumer<Throwable> failures;
    private volatile boolean closed;

    /** Tells {@code failures} what a listener threw, on the listener's thread. */
    HealthListeners(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    Registration add(HealthListener listener) {
        Subscription subscription = new Subscription(listener, failures);
        subscriptions.add(subscription);
        if (closed) {
            remove(subscription);
        }
        return () -> remove(subscription);
    }

    /** Those who listen now. */
    List<Subscription> present() {
        return List.copyOf(subscriptions);
    }

    /** Lets {@code audience} hear of {@code change}, without waiting for anybody. */
    void tell(HealthChange change, List<Subscription> audience) {
        for (Subscription subscription : audience) {
            if (subscription.offer(change)) {
                missed.incrementAndGet();
            }
        }
    }

    long missed() {
        return missed.get();
    }

    /** Tells nothing more, interrupts calls under way and waits for their end until {@code deadline}. */
    void close(Deadline deadline) {
        closed = true;
        List<Subscription> ending = List.copyOf(subscriptions);
        ending.forEach(this::remove);
        ending.forEach(subscription -> subscription.end(deadline));
    }

    private void remove(Subscription subscription) {
        subscriptions.remove(subscription);
        subscription.close();
    }
}
