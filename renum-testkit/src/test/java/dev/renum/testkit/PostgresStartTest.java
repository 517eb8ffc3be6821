package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts scripts instead of PostgreSQL, which fail in every way. */
final class PostgresStartTest {
    @TempDir
    private Path home;

    @BeforeEach
    void openToEverybody() throws IOException {
        ProgramCache.makeExecutable(home);
        ProgramCache.makeExecutable(Files.createDirectory(home.resolve("bin")));
    }

    @Test
    void saysWhyNoDataDirectoryCanBeMade() throws IOException {
        script("initdb", "pwd; exit 7");

        IOException failure = failure();

        assertThat(failure).hasMessageStartingWith("initdb ended with exit code 7: ");
        assertThat(Path.of(failure.getMessage().substring("initdb ended with exit code 7: ".length())))
                .doesNotExist();
    }

    @Test
    void saysWhyTheServerEnded() throws IOException {
        script("initdb", "mkdir data; echo 18 > data/PG_VERSION");
        script("postgres", "pwd; exit 2");

        IOException failure = failure();

        assertThat(failure).hasMessageStartingWith("it ended with exit code 2 and the log: ");
        assertThat(Path.of(failure.getMessage().substring("it ended with exit code 2 and the log: ".length())))
                .doesNotExist();
    }

    @Test
    void saysWhatCannotBeExecuted() throws IOException {
        IOException failure = failure();

        assertThat(failure).hasMessageContaining("initdb");
    }

    private IOException failure() {
        return catchThrowableOfType(IOException.class, () -> PostgresServer.launch(home));
    }

    private void script(String name, String body) throws IOException {
        ProgramCache.makeExecutable(Files.writeString(home.resolve("bin").resolve(name), "#!/bin/sh\n" + body + "\n"));
    }
}
