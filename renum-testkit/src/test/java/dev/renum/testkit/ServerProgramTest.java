package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.renum.testkit.ServerProgram.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerProgramTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void create() throws IOException {
        directory = Files.createDirectory(temporary.resolve("server"));
    }

    @Test
    void givesUpOnAServerThatIsNotReadyInTime() {
        List<ProcessHandle> before = children();

        // How far it comes in so little time depends on the machine.
        assertThatThrownBy(() -> start("echo still loading; exec sleep 60", SHORT))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("it is not ready after PT0.2S, its log: (still loading)?");
        assertThat(children()).isSubsetOf(before);
        assertThat(directory).doesNotExist();
    }

    @Test
    void killsAServerThatIgnoresTheWishToStop() throws IOException {
        try (ServerProgram program = start("trap '' TERM; echo Ready to accept connections; sleep 60; true", LONG)) {

            program.stop();

            assertThat(program.isRunning()).isFalse();
        }
    }

    @Test
    void closesEvenIfItsDirectoryIsGone() throws IOException {
        ServerProgram program = start("echo Ready to accept connections; exec sleep 60", LONG);
        Directories.delete(directory);

        program.close();

        assertThat(program.isRunning()).isFalse();
    }

    @Test
    void doesNothingMoreOnceClosed() throws IOException {
        ServerProgram program = start("echo Ready to accept connections; exec sleep 60", LONG);
        program.close();

        assertThatThrownBy(program::kill)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("redis is closed");
        assertThatThrownBy(program::pid).hasMessage("redis is not running, it is closed");
    }

    private ServerProgram start(String script, Duration startLimit) throws IOException {
        return ServerProgram.start(Kind.REDIS, List.of("sh", "-c", script), directory, startLimit, SHORT);
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}
