package dev.renum.config.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * What a {@link Watcher} looks after. It is called by the thread of the watcher only.
 *
 * @param <C> what is read at one time, equal to that of another time if the content is
 */
public interface Watched<C> {
    /** The files and directories that count by what was read last, whether they exist or not. */
    Collection<Path> paths();

    /** Reads everything. */
    C read();

    /** Whether {@code content} is not what the last reload had. */
    boolean isNews(C content);

    /** How long to wait for a notification before comparing without one. */
    Duration pollInterval();

    /** {@code seen} is news, and stands still; if it does not any more, nothing shall become of it before the next look. */
    void reload(C seen);
}
