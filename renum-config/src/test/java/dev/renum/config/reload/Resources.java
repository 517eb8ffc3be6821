package dev.renum.config.reload;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the process a reload may hold. */
public final class Resources {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Resources() {}

    /** The threads of this module that live now. */
    public static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("renum-config-"))
                .collect(Collectors.toSet());
    }

    /** Waits until no thread of this module lives but those of {@code before}, which others may have left. */
    public static void awaitOnly(Set<Thread> before) {
        await().atMost(Duration.ofSeconds(20)).until(() -> before.containsAll(threads()));
    }

    /** How many file descriptors are open; 0 on systems that do not tell. */
    public static long descriptors() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
