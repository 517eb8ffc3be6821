package dev.renum.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of the process a configuration may hold. */
final class Resources {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Resources() {}

    /** The names of the threads of this module that live now. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("renum-config-"))
                .toList();
    }

    /** How many file descriptors are open; 0 on systems that do not tell. */
    static long descriptors() {
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
