package dev.renum.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small segment of System V shared memory that a killed PostgreSQL leaves in the kernel, where only so many fit. */
final class PostgresMemory {
    private static final int SHARED_MEMORY_LINE = 6;

    private PostgresMemory() {}

    /** Gives back the segment noted in {@code data/postmaster.pid}, if there is one and the system lets us. */
    static void release(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            String[] keyAndId = lines.get(SHARED_MEMORY_LINE).strip().split(" +");
            new ProcessBuilder("ipcrm", "-m", keyAndId[1])
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException neverStartedOrNoSuchProgram) {
            // A restart on the same data releases the segment too; else 56 bytes stay.
        }
    }
}
