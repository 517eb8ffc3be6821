package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramCacheTest {
    @TempDir
    private Path directory;

    private final AtomicInteger unpackings = new AtomicInteger();
    private Path carrier;
    private ProgramCache cache;

    @BeforeEach
    void create() throws IOException {
        carrier = Files.writeString(directory.resolve("carrier"), "first");
        cache = new ProgramCache(directory.resolve("cache"));
    }

    @Test
    void unpacksOnce() throws IOException {
        Path first = unpacked();
        Path second = unpacked();

        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("program")).hasContent("first");
        assertThat(unpackings).hasValue(1);
        assertThat(first.getParent())
                .isDirectoryContaining(path -> path.equals(first))
                .isDirectoryNotContaining("glob:**unpacking*");
    }

    @Test
    void keepsDifferentContentsApart() throws IOException {
        Path first = unpacked();
        Files.writeString(carrier, "second");

        Path second = unpacked();

        assertThat(second).isNotEqualTo(first);
        assertThat(first.resolve("program")).hasContent("first");
        assertThat(second.resolve("program")).hasContent("second");
    }

    @Test
    void unpacksAnewWhatACleanerTookFilesFrom() throws IOException {
        Path entry = unpacked();
        Files.delete(entry.resolve("program"));

        assertThat(unpacked()).isEqualTo(entry);
        assertThat(entry.resolve("program")).hasContent("first");
    }

    @Test
    void usesWhatAnotherOneUnpackedAtTheSameTime() throws IOException {
        Path entry = cache.unpacked("name", url(), (content, target) -> {
            Files.copy(content, target.resolve("program"));
            assertThat(unpacked().resolve("program")).hasContent("first");
        });

        assertThat(entry.resolve("program")).hasContent("first");
        assertThat(entry.getParent()).isDirectoryNotContaining("glob:**unpacking*");
    }

    @Test
    void leavesNothingBehindIfUnpackingFails() {
        assertThatThrownBy(() -> cache.unpacked("name", url(), (content, target) -> {
                    Files.copy(content, target.resolve("half"));
                    throw new IOException("broken archive");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken archive");
        assertThat(directory.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void refusesToWorkWhereADirectoryCannotBe() throws IOException {
        Files.writeString(directory.resolve("cache"), "a file");

        assertThatThrownBy(this::unpacked).isInstanceOf(IOException.class);
    }

    @Test
    void trustsNoDirectoryOfAnotherUser() throws IOException {
        Path root = unpacked().getParent();
        assumeThatCode(() -> Files.setAttribute(root, "unix:uid", 65_534))
                .as("only root can give a directory away")
                .doesNotThrowAnyException();

        assertThatThrownBy(this::unpacked).isInstanceOf(IOException.class).hasMessageContaining("another user");
    }

    @Test
    void saysWhichCarrierIsMissing() {
        assertThatThrownBy(() -> ProgramCache.carrier(getClass().getClassLoader(), "redis-server-0"))
                .isInstanceOf(IOException.class)
                .hasMessage("nothing on the class path brings redis-server-0 along");
    }

    private Path unpacked() throws IOException {
        return cache.unpacked("name", url(), this::unpack);
    }

    private void unpack(InputStream content, Path target) throws IOException {
        unpackings.incrementAndGet();
        Files.copy(content, target.resolve("program"));
    }

    private URL url() throws IOException {
        return carrier.toUri().toURL();
    }
}
