package dev.renum.health.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** Chooses how to look at this machine. */
final class Machines {
    private Machines() {}

    static Machine here() {
        LinuxFiles files = new LinuxFiles(Path.of("/"));
        return Files.isReadable(files.path("proc/stat")) && isLinux() ? new ProcMachine(files) : elsewhere();
    }

    /** By OSHI if it is there and can be linked, otherwise by the JDK alone. What is native is linked at the first look, so there is one. */
    static Machine elsewhere() {
        try {
            Machine machine = OshiMachine.open();
            machine.processors();
            machine.memory();
            return machine;
        } catch (LinkageError | RuntimeException e) {
            return PlainMachine.here();
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }
}
