package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** How {@link RedisProgram} and {@link PostgresProgram} unpack what their carriers bring. */
final class ProgramsTest {
    @TempDir
    private Path directory;

    @Test
    void redisIsOneExecutableFile() throws IOException {
        RedisProgram.unpack(new ByteArrayInputStream(bytes("program")), directory);

        assertThat(directory.resolve("redis-server")).isExecutable().hasContent("program");
    }

    @Test
    void postgresIsAnArchiveWithProgramsLibrariesAndLinks() throws IOException {
        PostgresProgram.unpack(archive("lib/libpq.so.5"), directory);

        assertThat(directory.resolve("bin/postgres")).isExecutable().hasContent("program");
        assertThat(directory.resolve("lib/libpq.so.5")).hasContent("library");
        assertThat(Files.readSymbolicLink(directory.resolve("lib/libpq.so"))).isEqualTo(Path.of("libpq.so.5"));
    }

    @Test
    void anArchiveCannotWriteElsewhere() throws IOException {
        InputStream archive = archive("../outside");

        assertThatThrownBy(() -> PostgresProgram.unpack(archive, directory.resolve("inside")))
                .isInstanceOf(IOException.class);
        assertThat(directory.resolve("outside")).doesNotExist();
    }

    @Test
    void aJarThatIsNamedMustExist() {
        assertThatThrownBy(() -> PostgresProgram.unpacked(Path.of("missing.jar")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no jar missing.jar");
    }

    private static InputStream archive(String libraryName) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            tar.putArchiveEntry(new TarArchiveEntry("bin/"));
            tar.closeArchiveEntry();
            file(tar, "bin/postgres", "program");
            file(tar, libraryName, "library");
            TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so", TarConstants.LF_SYMLINK);
            link.setLinkName("libpq.so.5");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void file(TarArchiveOutputStream tar, String name, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length());
        tar.putArchiveEntry(entry);
        tar.write(bytes(content));
        tar.closeArchiveEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
