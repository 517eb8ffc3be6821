package dev.renum.config;

import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A directory with the configuration of a desk, and the ways in which people and programs change files. */
final class Desk {
    static final String FILE = "application.properties";

    private static final Map<String, String> QUICK =
            Map.of("renum.config.poll-interval", "100ms", "renum.config.participant-timeout", "300ms");

    private final Path directory;
    private int versions;

    Desk(Path directory) {
        this.directory = directory;
    }

    /** A builder for it, which does not watch. */
    EnvironmentConfigManager.Builder builder() {
        return EnvironmentConfigManager.builder()
                .application("desk")
                .environment(Environment.PROD)
                .sections(DeskSettings.class)
                .classLoader(new ClassPath(directory.resolve("none")).loader())
                .directory(directory)
                .process(new ProcessValues(Map.of(), QUICK))
                .watch(false);
    }

    Path directory() {
        return directory;
    }

    Path file() {
        return directory.resolve(FILE);
    }

    Desk write(String... lines) {
        return run(() -> Files.writeString(file(), text(lines)));
    }

    /** Two keys that belong together. */
    Desk pair(int number) {
        return write(lines(number));
    }

    /** Those in a file of their own, whatever stood there: without the flush that some file systems make of a file cut to nothing. */
    Desk replace(int number) {
        return run(() -> Files.deleteIfExists(file())).pair(number);
    }

    static String[] lines(int number) {
        return new String[] {"desk.left=" + number, "desk.right=" + number};
    }

    /** As editors do that write beside the file first. */
    Desk rename(String... lines) {
        return rename(text(lines).getBytes(StandardCharsets.UTF_8));
    }

    Desk rename(byte[] content) {
        return run(() -> {
            Path beside = Files.write(directory.resolve(".swp" + ++versions), content);
            Files.move(beside, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** As Kubernetes does: a new directory, the link to it replaced, the old directory deleted. */
    Desk swap(String... lines) {
        return run(() -> {
            Path link = directory.resolve("..data");
            Path before = Files.isSymbolicLink(link) ? directory.resolve(Files.readSymbolicLink(link)) : null;
            Path version = Files.createDirectory(directory.resolve("..version_" + ++versions));
            Files.writeString(version.resolve(FILE), text(lines));
            Path temporary = Files.createSymbolicLink(directory.resolve("..data_tmp"), version.getFileName());
            Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (!Files.isSymbolicLink(file())) {
                Files.deleteIfExists(file());
                Files.createSymbolicLink(file(), Path.of("..data", FILE));
            }
            if (before != null) {
                delete(before);
            }
        });
    }

    /** Something else of that name, which cannot be read as a file by anybody. */
    Desk obstruct() {
        return run(() -> {
            Files.delete(file());
            Files.createDirectory(file());
        });
    }

    Desk delete() {
        return run(() -> delete(file()));
    }

    /** The directory with all that is in it. */
    Desk deleteDirectory() {
        return run(() -> delete(directory));
    }

    Desk createDirectory() {
        return run(() -> Files.createDirectories(directory));
    }

    interface Step {
        void run() throws IOException;
    }

    Desk run(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String... lines) {
        return String.join("\n", Arrays.asList(lines)) + "\n";
    }

    private static void delete(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(path)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
