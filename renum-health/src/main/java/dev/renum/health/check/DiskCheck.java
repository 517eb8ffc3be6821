package dev.renum.health.check;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether there is space left where a directory lies. Immutable.
 *
 * <p>Degraded below 512 MiB and down below 64 MiB of what this process may use, unless said otherwise. Fixed amounts and not shares,
 * because a tenth of a large disk is no reason to wake anybody.
 */
public final class DiskCheck implements HealthCheck {
    private static final long MIB = 1L << 20;

    private final Path directory;
    private final long degradedBelow;
    private final long downBelow;

    private DiskCheck(Path directory, long degradedBelow, long downBelow) {
        this.directory = directory;
        this.degradedBelow = degradedBelow;
        this.downBelow = downBelow;
    }

    /** A check of the file system that holds {@code directory}. */
    public static DiskCheck of(Path directory) {
        return new DiskCheck(requireNonNull(directory, "directory"), 512 * MIB, 64 * MIB);
    }

    /**
     * The same check with other limits, in bytes.
     *
     * @throws IllegalArgumentException unless {@code 0 <= downBelow <= degradedBelow}
     */
    public DiskCheck limits(long degradedBelow, long downBelow) {
        if (downBelow < 0 || degradedBelow < downBelow) {
            throw new IllegalArgumentException("limits " + degradedBelow + " and " + downBelow
                    + " bytes are not allowed: use 0 <= downBelow <= degradedBelow");
        }
        return new DiskCheck(directory, degradedBelow, downBelow);
    }

    @Override
    public HealthResult check() throws IOException {
        if (!Files.isDirectory(directory)) {
            String problem = Files.exists(directory) ? " is not a directory" : " does not exist";
            return HealthResult.down(HealthCode.DIRECTORY_MISSING.id(), directory + problem);
        }
        FileStore store = Files.getFileStore(directory);
        long usable = store.getUsableSpace();
        return judge(usable)
                .withDetail("usable", mebibytes(usable))
                .withDetail("total", mebibytes(store.getTotalSpace()));
    }

    private HealthResult judge(long usable) {
        if (usable < downBelow) {
            return HealthResult.down(HealthCode.DISK_FULL.id(), left(usable, downBelow));
        }
        if (usable < degradedBelow) {
            return HealthResult.degraded(HealthCode.DISK_LOW.id(), left(usable, degradedBelow));
        }
        return HealthResult.up();
    }

    private String left(long usable, long limit) {
        return mebibytes(usable) + " left for " + directory + ", less than " + mebibytes(limit);
    }

    private static String mebibytes(long bytes) {
        return bytes / MIB + " MiB";
    }
}
