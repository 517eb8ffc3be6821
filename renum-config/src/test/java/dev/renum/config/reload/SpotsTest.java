package dev.renum.config.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class SpotsTest {
    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void setUp() throws IOException {
        root = temporary.toRealPath();
    }

    @Test
    void watchesTheNameOfAFileOnly() throws IOException {
        Path file = Files.createFile(root.resolve("a.yaml"));

        Spots spots = Spots.of(List.of(file));

        assertThat(spots.directories()).containsExactly(root);
        assertThat(spots.contains(root, Path.of("a.yaml"))).isTrue();
        assertThat(spots.contains(root, Path.of("b.yaml"))).isFalse();
    }

    @Test
    void watchesEveryNameInADirectoryAndItsOwnName() throws IOException {
        Path directory = Files.createDirectory(root.resolve("config"));

        Spots spots = Spots.of(List.of(directory));

        assertThat(spots.directories()).containsExactlyInAnyOrder(root, directory);
        assertThat(spots.contains(directory, Path.of("any"))).isTrue();
        assertThat(spots.contains(root, Path.of("config"))).isTrue();
    }

    @Test
    void followsTheLinksOfKubernetes() throws IOException {
        Path config = Files.createDirectory(root.resolve("config"));
        Path version = Files.createDirectory(config.resolve("..2024"));
        Files.createFile(version.resolve("a.yaml"));
        Files.createSymbolicLink(config.resolve("..data"), Path.of("..2024"));
        Path file = Files.createSymbolicLink(config.resolve("a.yaml"), Path.of("..data", "a.yaml"));

        Spots spots = Spots.of(List.of(file));

        assertThat(spots.directories()).containsExactlyInAnyOrder(config, version);
        assertThat(spots.contains(config, Path.of("..data"))).isTrue();
        assertThat(spots.contains(config, Path.of("a.yaml"))).isTrue();
        assertThat(spots.contains(version, Path.of("a.yaml"))).isTrue();
        assertThat(spots.contains(config, Path.of("..2024"))).isFalse();
    }

    @Test
    void followsAChainThroughParentsAndAbsoluteTargets() throws IOException {
        Path away = Files.createDirectory(root.resolve("away"));
        Path target = Files.createFile(away.resolve("real.yaml"));
        Path link = Files.createDirectory(root.resolve("links"));
        Files.createSymbolicLink(link.resolve("second"), target);
        Path first = Files.createSymbolicLink(link.resolve("first"), Path.of("..", "links", "second"));

        Spots spots = Spots.of(List.of(first));

        assertThat(spots.contains(link, Path.of("first"))).isTrue();
        assertThat(spots.contains(link, Path.of("second"))).isTrue();
        assertThat(spots.contains(away, Path.of("real.yaml"))).isTrue();
    }

    @Test
    void waitsForWhatDoesNotExist() {
        Spots spots = Spots.of(List.of(root.resolve("later").resolve("a.yaml")));

        assertThat(spots.directories()).containsExactly(root);
        assertThat(spots.contains(root, Path.of("later"))).isTrue();
    }

    @Test
    @Timeout(20)
    void comesToAnEndInALoop() throws IOException {
        Path loop = Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));

        Spots spots = Spots.of(List.of(loop));

        assertThat(spots.directories()).containsExactly(root);
        assertThat(spots).isEqualTo(Spots.of(List.of(loop))).hasSameHashCodeAs(Spots.of(List.of(loop)));
    }
}
