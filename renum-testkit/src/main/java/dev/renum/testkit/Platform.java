package dev.renum.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operating system and processor, and how the carriers of binaries call them.
 *
 * @param system {@code linux} or {@code darwin}
 * @param processor {@code amd64} or {@code arm64}
 * @param alpine whether the C library is musl, which PostgreSQL's archives distinguish
 */
record Platform(String system, String processor, boolean alpine) {
    static Platform current() throws IOException {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean alpine) throws IOException {
        String system = osName.toLowerCase(Locale.ROOT);
        if (!system.startsWith("linux") && !system.startsWith("mac")) {
            throw new IOException("there are no servers for " + osName + ", only for Linux and macOS");
        }
        String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> throw new IOException("there are no servers for " + osArch + ", only for amd64 and arm64");
        };
        return new Platform(system.startsWith("linux") ? "linux" : "darwin", processor, alpine);
    }

    String redisProgram() {
        return "redis-server-7.0.15-" + system + "-" + processor;
    }

    String postgresArchive() {
        String machine = processor.equals("amd64") ? "x86_64" : "arm_64";
        return "postgres-" + system + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
    }
}
