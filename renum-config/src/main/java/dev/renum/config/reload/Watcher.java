package dev.renum.config.reload;

import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out that configuration has changed, on one thread: by the notifications of the file system, and by comparing the content from time to time
 * even without any.
 *
 * <p>A change counts after 150 ms in which nothing else has changed, or after 2 s of unrest.
 */
public final class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration QUIET = Duration.ofMillis(150);
    private static final long MAX_UNREST_NANOS = Duration.ofSeconds(2).toNanos();

    private final Watched watched;
    private final Notifications notifications;
    private final Ticker ticker;

    Watcher(Watched watched, Notifications notifications, Ticker ticker) {
        this.watched = watched;
        this.notifications = notifications;
        this.ticker = ticker;
    }

    /** Watches on a thread of its own until it is closed; {@code open} runs there too. */
    public static Handle start(Watched watched, Supplier<Notifications> open, Ticker ticker) {
        Threads threads = new Threads("watch");
        threads.start(() -> {
            try (Notifications notifications = open.get()) {
                new Watcher(watched, notifications, ticker).run();
            }
        });
        return threads::end;
    }

    /** Ends a watcher. */
    @FunctionalInterface
    public interface Handle {
        /** Interrupts it and waits for its end until {@code deadline}. */
        void close(Deadline deadline);
    }

    /** Looks at once, because something may have changed since the content was read for the first time. */
    private void run() {
        try {
            look(false);
            while (!Thread.currentThread().isInterrupted()) {
                look(notifications.await(watched.pollInterval()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A look that fails, for whatever reason, is not the last one. */
    void look(boolean notified) throws InterruptedException {
        try {
            if (notified) {
                awaitQuiet();
            }
            lookNow(notified);
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("a look at the files of the configuration failed; another one follows");
        }
    }

    private void lookNow(boolean notified) throws InterruptedException {
        Object content = read();
        if (!watched.isNews(content)) {
            return;
        }
        if (!notified) {
            awaitSame(content);
        }
        watched.reload();
    }

    private void awaitQuiet() throws InterruptedException {
        long begin = ticker.read();
        do {
            notifications.watch(watched.paths());
        } while (notifications.await(QUIET) && ticker.read() - begin < MAX_UNREST_NANOS);
    }

    /** Without notifications, only content that stays the same says that nobody is writing. */
    private void awaitSame(Object content) throws InterruptedException {
        long begin = ticker.read();
        Object before;
        Object now = content;
        do {
            before = now;
            notifications.await(QUIET);
            now = read();
        } while (!now.equals(before) && ticker.read() - begin < MAX_UNREST_NANOS);
    }

    /** Watches first: what changes after the reading must be told. */
    private Object read() {
        notifications.watch(watched.paths());
        return watched.read();
    }
}
