package dev.renum.config.reload;

import dev.renum.config.report.ConfigChange;
import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Those who hear of changes that are in force.
 *
 * <p>Each is called on a thread of its own, in the order of the changes, so that none can delay another or whoever publishes. One that lags
 * more than 64 changes behind loses the oldest. Safe for use by many threads.
 */
public final class Listeners {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Threads threads;
    private final AtomicLong dropped = new AtomicLong();
    private final Consumer<Throwable> failures;

    /** Tells {@code failures} what a listener threw, on the listener's thread, or that there is no thread for it. */
    public Listeners(Consumer<Throwable> failures) {
        this(failures, new Threads("listener"));
    }

    Listeners(Consumer<Throwable> failures, Threads threads) {
        this.threads = threads;
        this.failures = failures;
    }

    /** Lets {@code target} hear of every change from now on. */
    public Registration add(Consumer<? super ConfigChange> target) {
        Listener listener = new Listener(target, failures);
        listeners.add(listener);
        return () -> {
            listeners.remove(listener);
            listener.close();
        };
    }

    /** Tells everybody, without waiting for anybody. Changes are delivered in the order of these calls. */
    public void publish(ConfigChange change) {
        for (Listener listener : listeners) {
            if (listener.offer(change)) {
                dropped.incrementAndGet();
            }
            listener.begin(threads);
        }
    }

    /** How many changes listeners have lost because they lagged behind. */
    public long dropped() {
        return dropped.get();
    }

    /** Delivers nothing more, interrupts the calls under way and waits for their end until {@code deadline}. */
    public void close(Deadline deadline) {
        listeners.forEach(Listener::close);
        listeners.clear();
        threads.end(deadline);
    }
}
