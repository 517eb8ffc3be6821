package dev.renum.health.system;

import java.io.File;

/** A local file system and where it is mounted. */
record Mount(String path, Usage space) {
    /** Asks the operating system, as {@code df} does: what is reserved for the administrator counts neither as used nor as free. */
    static Mount of(String path, File directory) {
        double total = directory.getTotalSpace();
        double used = total - directory.getFreeSpace();
        return new Mount(path, total > 0 ? new Usage(used, used + directory.getUsableSpace()) : Usage.UNKNOWN);
    }
}
