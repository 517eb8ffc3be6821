package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupDirectoriesTest {
    @TempDir
    private Path root;

    @Test
    void goUpwardsToWhatIsMounted() throws IOException {
        mounted("/", "0::/a/b");
        Files.createDirectories(root.resolve("sys/fs/cgroup/a/b"));

        assertThat(relative()).containsExactly("a/b", "a", "");
    }

    @Test
    void areWhatIsMountedIfItsPathLeadsOutOfTheNamespace() throws IOException {
        mounted("/", "0::/../../other");

        assertThat(relative()).containsExactly("");
    }

    @Test
    void areWhatIsMountedIfTheOwnOneCannotBeSeen() throws IOException {
        mounted("/", "0::/host/only");

        assertThat(relative()).containsExactly("");
    }

    @Test
    void areBelowThePartThatIsMounted() throws IOException {
        mounted("/pod", "0::/pod/main");
        Files.createDirectories(root.resolve("sys/fs/cgroup/main"));

        assertThat(relative()).containsExactly("main", "");
    }

    @Test
    void areNotThoseOfANameThatBeginsAlike() throws IOException {
        mounted("/pod", "0::/pod2");

        assertThat(relative()).containsExactly("");
    }

    @Test
    void areNoneIfNothingIsMounted() throws IOException {
        mounted("/", "0::/a");
        Files.delete(root.resolve("proc/self/mountinfo"));

        assertThat(relative()).isEmpty();
    }

    private void mounted(String part, String group) throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        Files.createDirectories(root.resolve("sys/fs/cgroup"));
        Files.writeString(root.resolve("proc/self/cgroup"), group + "\n");
        Files.writeString(
                root.resolve("proc/self/mountinfo"),
                "29 23 0:26 " + part + " /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
    }

    private List<String> relative() {
        Path top = root.resolve("sys/fs/cgroup");
        return new GroupDirectories(new LinuxFiles(root))
                .unified().stream()
                        .map(level -> top.relativize(level).toString())
                        .toList();
    }
}
