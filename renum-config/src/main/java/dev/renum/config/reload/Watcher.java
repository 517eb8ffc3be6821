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
 * <p>A change counts once the same content was read twice, 150 ms apart: so nobody takes the first of two changes for the whole that follow each other
 * more quickly. Content that changes for 2 s without such a pause counts as it is then.
 *
 * @param <C> what is read at one time
 */
public final class Watcher<C> {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration QUIET = Duration.ofMillis(150);
    private static final Duration MAX_UNREST = Duration.ofSeconds(2);

    /** One change makes several notifications; one look is enough for all, and a busy directory does not make it look all the time. */
    private static final Duration BURST = Duration.ofMillis(25);

    private final Watched<C> watched;
    private final Notifications notifications;
    private final Ticker ticker;
    private boolean failing;

    Watcher(Watched<C> watched, Notifications notifications, Ticker ticker) {
        this.watched = watched;
        this.notifications = notifications;
        this.ticker = ticker;
    }

    /** Watches on a thread of its own until it is closed; {@code open} runs there too. */
    public static <C> Handle start(Watched<C> watched, Supplier<Notifications> open, Ticker ticker) {
        Threads threads = new Threads("watch");
        threads.start(() -> {
            try (Notifications notifications = new FailSafeNotifications(open)) {
                new Watcher<>(watched, notifications, ticker).run();
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
            look();
            while (!Thread.currentThread().isInterrupted()) {
                awaitReason();
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitReason() throws InterruptedException {
        if (notifications.await(watched.pollInterval())) {
            pass(BURST);
        }
    }

    /** A look that fails, for whatever reason, is not the last one. */
    void look() throws InterruptedException {
        try {
            C content = read();
            if (watched.isNews(content)) {
                watched.reload(awaitSame(content));
            }
            succeeded();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            LOG.atInfo().log("the files of the configuration can be looked at again");
        }
    }

    private void failed(Throwable cause) {
        if (!failing) {
            failing = true;
            LOG.atError().setCause(cause).log("looks at the files of the configuration fail; others follow");
        }
    }

    private C awaitSame(C content) throws InterruptedException {
        Deadline end = Deadline.after(MAX_UNREST, ticker);
        C before;
        C now = content;
        do {
            before = now;
            pass(QUIET);
            now = read();
        } while (!now.equals(before) && !end.isExpired());
        return now;
    }

    /** Lets {@code time} pass, whatever is told meanwhile: it is seen in the content that is read next. */
    private void pass(Duration time) throws InterruptedException {
        Deadline end = Deadline.after(time, ticker);
        boolean told = true;
        while (told && !end.isExpired()) {
            told = notifications.await(end.remaining());
        }
    }

    /** Watches first: what changes after the reading must be told. */
    private C read() {
        notifications.watch(watched.paths());
        return watched.read();
    }
}
