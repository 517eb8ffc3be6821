package dev.renum.http;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what this package logs, and keeps it off the console. */
final class RecordingLog implements AutoCloseable {
    // Held, or the logger may be collected with its handler.
    private static final Logger LOGGER = Logger.getLogger("dev.renum.http");

    private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (refused.test(record)) {
                throw new IllegalStateException("cannot log " + record.getMessage());
            }
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final Predicate<LogRecord> refused;

    RecordingLog() {
        this(record -> false);
    }

    /** Fails on what is {@code refused}. */
    RecordingLog(Predicate<LogRecord> refused) {
        this.refused = refused;
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    /** The next record; fails the test if none comes. */
    LogRecord next() throws InterruptedException {
        LogRecord next = records.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was logged");
        }
        return next;
    }

    List<LogRecord> rest() {
        return List.copyOf(records);
    }

    @Override
    public void close() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }
}
