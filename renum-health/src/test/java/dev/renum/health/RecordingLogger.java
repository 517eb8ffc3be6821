package dev.renum.health;

import dev.renum.health.background.BackgroundLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps what is logged as lines of level and message, and then fails or blocks if it is told to. */
final class RecordingLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();
    private final transient Runnable afterLine;

    RecordingLogger() {
        this(() -> {});
    }

    /** One that does {@code afterLine} before it comes back. */
    RecordingLogger(Runnable afterLine) {
        this.afterLine = afterLine;
    }

    /** One that throws whatever it is told. */
    static RecordingLogger failing() {
        return new RecordingLogger(() -> {
            throw new IllegalStateException("the log is full");
        });
    }

    List<String> lines() {
        return lines;
    }

    /** What writes here at once, on the thread of whoever writes. */
    BackgroundLog atOnce() {
        return new BackgroundLog(this, task -> new Thread(task) {
            @Override
            public synchronized void start() {
                task.run();
            }
        });
    }

    @Override
    public boolean isTraceEnabled() {
        return true;
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable throwable) {
        lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
        afterLine.run();
    }
}
