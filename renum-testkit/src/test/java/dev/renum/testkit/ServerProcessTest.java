package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerProcessTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void keepsTheLastLinesOfItsLog() throws IOException {
        ServerProcess process = shell("for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done; echo; exit 4");

        assertThat(process.awaitEnd(LONG)).isTrue();
        assertThat(process.exitCode()).isEqualTo(4);
        assertThat(process.lastWords()).startsWith("line 2 | line 3").endsWith("line 9");
    }

    @Test
    void hasNoLastWordsWithoutALog() throws IOException {
        ServerProcess process = shell("exit 0");
        process.awaitEnd(LONG);
        Files.delete(directory.resolve("log"));

        assertThat(process.lastWords()).isEmpty();
    }

    @Test
    void saysThatItsLogCannotBeRead() throws IOException {
        ServerProcess process = shell("exit 0");
        process.awaitEnd(LONG);
        Files.delete(directory.resolve("log"));
        Files.createDirectory(directory.resolve("log"));

        assertThat(process.lastWords()).startsWith("its log cannot be read");
    }

    @Test
    void killsChildrenTooEvenIfTheyIgnoreSignals() throws IOException {
        ServerProcess process = shell("trap '' TERM; sh -c \"trap '' TERM; echo ready; sleep 60; true\"; true");
        assertThat(Await.until(LONG, () -> process.hasLogged("ready"))).isTrue();
        List<ProcessHandle> all =
                ProcessHandle.of(process.pid()).orElseThrow().descendants().toList();
        assertThat(all).isNotEmpty();

        process.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(all.get(0).info().command()).isEmpty();
    }

    @Test
    void awaitsNoLongerThanAsked() throws IOException {
        ServerProcess process = shell("sleep 60");

        assertThat(process.awaitEnd(Duration.ofMillis(1))).isFalse();
        process.kill();
    }

    @Test
    void keepsTheFlagOfAnInterruptedCaller() throws IOException {
        ServerProcess process = shell("sleep 60");
        Thread.currentThread().interrupt();

        assertThat(process.awaitEnd(LONG)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        process.kill();
    }

    private ServerProcess shell(String script) throws IOException {
        return ServerProcess.start(List.of("sh", "-c", script), directory, "log");
    }
}
