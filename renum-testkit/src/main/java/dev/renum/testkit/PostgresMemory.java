package dev.renum.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small segment of System V shared memory that a killed PostgreSQL leaves in the kernel, where only so many fit. */
final class PostgresMemory {
    private static final int KEY_AND_ID_LINE = 6;

    private PostgresMemory() {}

    /** Gives back the segment noted in {@code data/postmaster.pid}, if there is one and the system lets us. */
    static void release(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() > KEY_AND_ID_LINE) {
                String keyAndId = lines.get(KEY_AND_ID_LINE).strip();
                remove(keyAndId.substring(keyAndId.lastIndexOf(' ') + 1));
            }
        } catch (IOException notesOrProgramMissing) {
            // A restart on the same data releases the segment too; else 56 bytes stay.
        }
    }

    private static void remove(String id) throws IOException {
        Process ipcrm = new ProcessBuilder("ipcrm", "-m", id)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ipcrm.onExit().join();
    }
}
