package dev.renum.config.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifications that are silent from their first failure on, which leaves the poll. */
final class FailSafeNotifications implements Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(FailSafeNotifications.class);

    private Notifications notifications = Notifications.none();

    /** Those that {@code open} gives, if it does. */
    FailSafeNotifications(Supplier<Notifications> open) {
        try {
            notifications = open.get();
        } catch (RuntimeException | LinkageError e) {
            giveUp(e);
        }
    }

    @Override
    public void watch(Collection<Path> paths) {
        try {
            notifications.watch(paths);
        } catch (RuntimeException | LinkageError e) {
            giveUp(e);
        }
    }

    /** A failure may have swallowed what there was to tell. */
    @Override
    public boolean await(Duration limit) throws InterruptedException {
        try {
            return notifications.await(limit);
        } catch (RuntimeException | LinkageError e) {
            giveUp(e);
            return true;
        }
    }

    @Override
    public void close() {
        try {
            notifications.close();
        } catch (RuntimeException | LinkageError e) {
            LOG.atDebug().addKeyValue("cause", e.toString()).log("the file system's notifications could not be closed");
        }
    }

    private void giveUp(Throwable cause) {
        close();
        notifications = Notifications.none();
        LOG.atWarn()
                .addKeyValue("cause", cause.toString())
                .log("the notifications of the file system have failed; changed files are found by comparing them");
    }
}
