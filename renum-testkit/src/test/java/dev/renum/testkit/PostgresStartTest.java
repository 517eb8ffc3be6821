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

        String failure = failure();

        assertThat(failure).startsWith("initdb ended with exit code 7: ");
        assertThat(directoryIn(failure)).doesNotExist();
    }

    @Test
    void saysWhyTheServerEnded() throws IOException {
        script("initdb", "mkdir data; echo 18 > data/PG_VERSION");
        script("postgres", "pwd; exit 2");

        String failure = failure();

        assertThat(failure).startsWith("it ended with exit code 2 and the log: ");
        assertThat(directoryIn(failure)).doesNotExist();
    }

    @Test
    void saysWhatCannotBeExecuted() {
        String failure = failure();

        assertThat(failure).contains("initdb");
    }

    private String failure() {
        IOException failure = catchThrowableOfType(IOException.class, () -> PostgresServer.launch(home));
        return String.valueOf(failure.getMessage());
    }

    /** The server's directory, which the scripts say last. */
    private static Path directoryIn(String failure) {
        return Path.of(failure.substring(failure.indexOf('/')));
    }

    private void script(String name, String body) throws IOException {
        ProgramCache.makeExecutable(Files.writeString(home.resolve("bin").resolve(name), "#!/bin/sh\n" + body + "\n"));
    }
}
