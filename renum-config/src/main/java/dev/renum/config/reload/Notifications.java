package dev.renum.config.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells that something may have changed at a path. Nobody relies on it alone: it may be late, silent, or speak of nothing. Used by one thread.
 */
public interface Notifications extends AutoCloseable {
    /** Speaks of these paths, and of what they lead to now, from now on, and of no other. */
    void watch(Collection<Path> paths);

    /** Waits until something may have changed, at most {@code limit}; whether it has. */
    boolean await(Duration limit) throws InterruptedException;

    /** Gives back what it needs. */
    @Override
    void close();

    /** Those of the file system; where it has none, silence. */
    static Notifications open() {
        return FileNotifications.open(FileNotifications::systemService);
    }

    /** Silence, for systems without notifications. */
    static Notifications none() {
        return new Notifications() {
            private final CountDownLatch never = new CountDownLatch(1);

            @Override
            public void watch(Collection<Path> paths) {}

            @Override
            public boolean await(Duration limit) throws InterruptedException {
                return never.await(limit.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void close() {}
        };
    }
}
