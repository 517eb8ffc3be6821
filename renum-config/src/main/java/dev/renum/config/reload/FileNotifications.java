package dev.renum.config.reload;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications of the file system, over every directory that the watched paths lead through.
 *
 * <p>A key dies with its directory, and a new directory of the same name needs a new one; so every directory is registered anew each time, which
 * changes nothing for those that are still the same.
 */
final class FileNotifications implements Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(FileNotifications.class);
    private static final int MAX_ROUNDS = 3;

    private final WatchService service;
    private Spots spots = Spots.of(List.of());
    private Map<Path, WatchKey> keys = Map.of();
    private boolean saidIncomplete;

    private FileNotifications(WatchService service) {
        this.service = service;
    }

    /** Opens a service. */
    @FunctionalInterface
    interface Opener {
        WatchService open() throws IOException;
    }

    static WatchService systemService() throws IOException {
        return FileSystems.getDefault().newWatchService();
    }

    static Notifications open(Opener opener) {
        try {
            return new FileNotifications(opener.open());
        } catch (IOException | UnsupportedOperationException e) {
            LOG.atWarn()
                    .addKeyValue("cause", e.toString())
                    .log("the file system gives no notifications; changed files are found by comparing them");
            return Notifications.none();
        }
    }

    /** A link may change while its directories are being registered; then once more, with those that count now. */
    @Override
    public void watch(Collection<Path> paths) {
        Spots seen = Spots.of(paths);
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            spots = seen;
            register();
            seen = Spots.of(paths);
            if (seen.equals(spots)) {
                return;
            }
        }
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        WatchKey key = service.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        boolean concerned = false;
        while (key != null) {
            concerned |= isConcerned(key);
            key = service.poll();
        }
        return concerned;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("cause", e.toString()).log("the file system's notifications could not be closed");
        }
    }

    private void register() {
        Map<Path, WatchKey> next = new LinkedHashMap<>();
        for (Path directory : spots.directories()) {
            register(directory).ifPresent(key -> next.put(directory, key));
        }
        keys.values().stream().filter(key -> !next.containsValue(key)).forEach(WatchKey::cancel);
        keys = next;
    }

    private Optional<WatchKey> register(Path directory) {
        try {
            return Optional.of(directory.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
        } catch (IOException | SecurityException | ProviderMismatchException | ClosedWatchServiceException e) {
            sayIncomplete(directory, e);
            return Optional.empty();
        }
    }

    private void sayIncomplete(Path directory, Exception e) {
        if (!saidIncomplete) {
            saidIncomplete = true;
            LOG.atInfo()
                    .addKeyValue("directory", directory)
                    .addKeyValue("cause", e.toString())
                    .log("a directory cannot be watched; changes in it are found by comparing its files");
        }
    }

    private boolean isConcerned(WatchKey key) {
        boolean concerned = key.pollEvents().stream().map(WatchEvent::context).anyMatch(it -> isConcerned(key, it));
        return !key.reset() || concerned;
    }

    /** Without a name, so many things happened that nobody knows which. */
    private boolean isConcerned(WatchKey key, @Nullable Object name) {
        return name == null || spots.contains((Path) key.watchable(), (Path) name);
    }
}
