package dev.renum.config.reload;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what this module logs. */
public final class RecordingLog implements AutoCloseable {
    // Held, or the logger may be collected with its handler.
    private static final Logger LOGGER = Logger.getLogger("dev.renum.config");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Keeps what is logged from now on. */
    public RecordingLog() {
        LOGGER.addHandler(handler);
    }

    /** The lines that contain {@code part}, each with its level and its pairs of key and value. */
    public List<String> lines(String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }

    @Override
    public void close() {
        LOGGER.removeHandler(handler);
    }
}
