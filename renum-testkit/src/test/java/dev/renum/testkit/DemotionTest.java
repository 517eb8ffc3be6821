package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemotionTest {
    private static final Demotion TO_ROOT = new Demotion(List.of("sh", "-c", "echo 0"), null);
    private static final Demotion MISSING = new Demotion(List.of("no-such-program"), null);
    private static final Demotion REFUSED = new Demotion(List.of("sh", "-c", "echo not permitted >&2; exit 1"), null);
    private static final Demotion TO_SOMEBODY = new Demotion(List.of("sh", "-c", "echo 1234"), null);

    @TempDir
    private Path directory;

    @Test
    void findsAWayForWhoeverRunsThis() throws IOException {
        Demotion found = Demotion.find();

        assertThat(found.command(Path.of("/bin/postgres"), List.of("-D", "data")))
                .startsWith(found.prefix().toArray(String[]::new))
                .endsWith("/bin/postgres", "-D", "data");
    }

    @Test
    void takesTheFirstWayThatGivesRootUp() throws IOException {
        assertThat(Demotion.find(List.of(MISSING, REFUSED, TO_ROOT, TO_SOMEBODY)))
                .isEqualTo(TO_SOMEBODY);
    }

    @Test
    void saysThatThereIsNoWay() {
        assertThatThrownBy(() -> Demotion.find(List.of(MISSING, TO_ROOT)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refuses to run as root");
    }

    @Test
    void handsFilesOverToAnotherUserOnly() throws IOException {
        String owner = Files.getAttribute(directory, "unix:uid").toString();

        TO_SOMEBODY.handOver(directory);
        new Demotion(List.of(), owner).handOver(directory);

        assertThat(Files.getAttribute(directory, "unix:uid")).hasToString(owner);
    }
}
