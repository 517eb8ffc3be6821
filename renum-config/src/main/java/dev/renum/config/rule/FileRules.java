package dev.renum.config.rule;

import dev.renum.config.report.Origin;
import dev.renum.config.report.RuleCode;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.jspecify.annotations.Nullable;

/** Judges the files themselves: SEC-013 and 017. */
final class FileRules {
    private FileRules() {}

    static void check(Judgement judgement, Sources sources) {
        Origin envFile = sources.ignoredEnvFile();
        if (envFile != null) {
            judgement.found(
                    RuleCode.ENV_FILE,
                    "",
                    envFile,
                    "lies where production was started, and is not read there",
                    "delete it, and keep it out of the image");
        }
        sources.layers().stream()
                .filter(layer -> layer.origin().kind() == Origin.Kind.SECRET_FILE)
                .flatMap(layer -> layer.entries().values().stream())
                .filter(entry -> isOpen(entry.origin().location()))
                .forEach(entry -> readable(judgement, entry));
    }

    private static void readable(Judgement judgement, Entry secret) {
        judgement.found(
                RuleCode.READABLE_SECRET_FILE,
                secret.key(),
                secret.origin(),
                "is a file that every user of the machine can read",
                "chmod 640; in Kubernetes set defaultMode: 0400, and an fsGroup for a user who is not root");
    }

    private static boolean isOpen(@Nullable String location) {
        try {
            return location != null && isOpen(Path.of(location).toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether others may read the file and pass every directory on the way to it. */
    private static boolean isOpen(Path file) throws IOException {
        for (Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
            if (!allows(directory, PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return allows(file, PosixFilePermission.OTHERS_READ);
    }

    private static boolean allows(Path file, PosixFilePermission permission) throws IOException {
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).contains(permission);
    }
}
