package dev.renum.config;

import dev.renum.config.reload.Notifications;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** Notifications that are waited for a tenth of the time, where a test is not about how long that is. */
record Impatient(Notifications notifications) implements Notifications {
    @Override
    public void watch(Collection<Path> paths) {
        notifications.watch(paths);
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return notifications.await(limit.dividedBy(10));
    }

    @Override
    public void close() {
        notifications.close();
    }
}
