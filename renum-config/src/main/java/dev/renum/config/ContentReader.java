package dev.renum.config;

import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads everything that a configuration is made of. */
final class ContentReader {
    private static final int MAX_READINGS = 20;
    private static final long PAUSE_MILLIS = 25;

    private final ConfigLoad load;
    private final Environment environment;
    private final CountDownLatch closed;

    /** Pauses no more between two readings once it is {@code closed}. */
    ContentReader(ConfigLoad load, Environment environment, CountDownLatch closed) {
        this.load = load;
        this.environment = environment;
        this.closed = closed;
    }

    /** With what the process brings now. */
    Content read() {
        return read(load.setup().process().get());
    }

    Content read(ProcessValues process) {
        return new Content(load.read(environment, process), process);
    }

    /** What two readings in a row agree on, or {@code null} if none do. */
    @Nullable
    Content readStable() {
        Content before = read();
        for (int i = 1; i < MAX_READINGS; i++) {
            Content now = read();
            if (now.equals(before)) {
                return now;
            }
            before = now;
            pause();
        }
        return null;
    }

    private void pause() {
        try {
            closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
