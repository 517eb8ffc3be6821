package dev.renum.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileNotificationsTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration NOTHING = Duration.ofMillis(50);

    @TempDir
    Path temporary;

    private Path root;
    private Path directory;
    private final Notifications notifications = Notifications.open();

    @BeforeEach
    void setUp() throws IOException {
        root = temporary.toRealPath();
        directory = Files.createDirectory(root.resolve("config"));
    }

    @AfterEach
    void tearDown() {
        notifications.close();
    }

    @Test
    void tellsOfAChangedFileOnly() throws Exception {
        Path file = Files.createFile(directory.resolve("a"));
        notifications.watch(List.of(file));

        Files.createFile(directory.resolve("b"));
        boolean foreign = notifications.await(NOTHING);
        Files.writeString(file, "content");
        boolean own = notifications.await(PLENTY);

        assertThat(foreign).isFalse();
        assertThat(own).isTrue();
    }

    @Test
    void tellsOfMoreEventsThanItCanCount() throws Exception {
        notifications.watch(List.of(directory.resolve("a")));

        for (int i = 0; i < 2000; i++) {
            Files.createFile(directory.resolve("other" + i));
        }

        assertThat(notifications.await(PLENTY)).isTrue();
    }

    @Test
    void watchesADirectoryThatIsDeletedAndCreatedAgain() throws Exception {
        notifications.watch(List.of(directory));
        Files.delete(directory);
        boolean deleted = notifications.await(PLENTY);
        notifications.watch(List.of(directory));
        Files.createDirectory(directory);
        boolean created = notifications.await(PLENTY);
        notifications.watch(List.of(directory));

        Files.createFile(directory.resolve("a"));
        boolean changed = notifications.await(PLENTY);

        assertThat(List.of(deleted, created, changed)).containsOnly(true);
    }

    /** The system tells in the order in which things happen, so that what comes first says that nothing has come before. */
    @Test
    void forgetsADirectoryThatIsNotWatchedAnyMore() throws Exception {
        Path other = Files.createDirectory(root.resolve("other"));
        WatchService service = FileNotifications.systemService();
        try (Notifications observed = FileNotifications.open(() -> service)) {
            observed.watch(List.of(directory.resolve("a")));
            observed.watch(List.of(other.resolve("a")));

            Files.createFile(directory.resolve("a"));
            Files.createFile(other.resolve("a"));
            WatchKey first = service.poll(PLENTY.toSeconds(), TimeUnit.SECONDS);

            assertThat(first).isNotNull().extracting(WatchKey::watchable).isEqualTo(other);
        }
    }

    @Test
    void isSilentWithoutAService() throws Exception {
        Notifications without = FileNotifications.open(() -> {
            throw new IOException("User limit of inotify instances reached");
        });
        without.watch(List.of(directory));

        Files.createFile(directory.resolve("a"));

        assertThat(without.await(NOTHING)).isFalse();
        without.close();
    }

    @Test
    void isSilentAboutDirectoriesThatItCannotWatch() throws Exception {
        WatchService closed = FileNotifications.systemService();
        Notifications broken = FileNotifications.open(() -> closed);
        closed.close();

        assertThatCode(() -> broken.watch(List.of(directory, root))).doesNotThrowAnyException();
        assertThatCode(broken::close).doesNotThrowAnyException();
    }
}
