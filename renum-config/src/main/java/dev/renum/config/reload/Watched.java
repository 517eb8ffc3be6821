package dev.renum.config.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** What a {@link Watcher} looks after. It is called by the thread of the watcher only. */
public interface Watched {
    /** The files and directories that count now, whether they exist or not. */
    Collection<Path> paths();

    /** Reads everything; the result is equal to that of another time if the content is. */
    Object read();

    /** Whether the result of {@link #read} is not what the last reload had. */
    boolean isNews(Object content);

    /** How long to wait for a notification before comparing without one. */
    Duration pollInterval();

    /** What was read last is news, and stands still; if it does not any more, nothing shall become of it before the next look. */
    void reload();
}
