package dev.renum.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Programs unpacked from their carriers, shared by all runs of one user.
 *
 * <p>An entry is named by the digest of what it was unpacked from and appears by one atomic rename, so that a program is never executed
 * while it is written, neither by another thread nor by another JVM. An entry from which a cleaner of temporary directories took
 * files is unpacked anew.
 */
final class ProgramCache {
    private static final String MARKER = ".entries";
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path root;

    ProgramCache(Path root) {
        this.root = root;
    }

    /** Puts the content of a carrier into a directory. */
    @FunctionalInterface
    interface Unpacker {
        void unpack(InputStream content, Path directory) throws IOException;
    }

    static ProgramCache ofUser() {
        return new ProgramCache(
                Path.of(System.getProperty("java.io.tmpdir"), "renum-testkit-" + System.getProperty("user.name")));
    }

    /** What brings a program along: {@code resource} of {@code loader}. */
    static URL carrier(ClassLoader loader, String resource) throws IOException {
        URL carrier = loader.getResource(resource);
        if (carrier == null) {
            throw new IOException("nothing on the class path brings " + resource + " along");
        }
        return carrier;
    }

    static void makeExecutable(Path program) throws IOException {
        Files.setPosixFilePermissions(program, EXECUTABLE);
    }

    /** The directory with the content of {@code carrier}, unpacked now if that has not been done before. */
    Path unpacked(String name, URL carrier, Unpacker unpacker) throws IOException {
        byte[] content;
        try (InputStream in = carrier.openStream()) {
            content = in.readAllBytes();
        }
        createRoot();
        requireOwnRoot();
        Path entry = root.resolve(name + "-" + digest(content));
        if (!isWhole(entry)) {
            Directories.delete(entry);
            install(content, unpacker, entry);
        }
        return entry;
    }

    private void createRoot() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, PosixFilePermissions.asFileAttribute(EXECUTABLE));
        }
    }

    private void requireOwnRoot() throws IOException {
        Path own = Files.createTempFile(root, "owner-", "");
        try {
            if (!Files.getOwner(own).equals(Files.getOwner(root))) {
                throw new IOException(root + " belongs to another user, programs in it cannot be trusted");
            }
        } finally {
            Files.delete(own);
        }
    }

    private void install(byte[] content, Unpacker unpacker, Path entry) throws IOException {
        Path staging = Files.createTempDirectory(root, "unpacking-");
        try {
            unpacker.unpack(new ByteArrayInputStream(content), staging);
            Files.setPosixFilePermissions(staging, EXECUTABLE);
            Files.writeString(
                    staging.resolve(MARKER),
                    Integer.toString(Directories.walk(staging).size() + 1));
            moveUnlessPresent(staging, entry);
        } finally {
            Directories.delete(staging);
        }
    }

    private static void moveUnlessPresent(Path staging, Path entry) throws IOException {
        try {
            Files.move(staging, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!isWhole(entry)) {
                throw e;
            }
        }
    }

    private static boolean isWhole(Path entry) throws IOException {
        Path marker = entry.resolve(MARKER);
        return Files.exists(marker)
                && Files.readString(marker)
                        .equals(Integer.toString(Directories.walk(entry).size()));
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
