package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskCheckTest {
    @TempDir
    Path folder;

    @Test
    void tellsHowMuchIsLeft() throws IOException {
        HealthResult result = DiskCheck.of(folder).limits(0, 0).check();

        assertThat(result.status()).isEqualTo(HealthStatus.UP);
        assertThat(result.details()).containsOnlyKeys("usable", "total");
        assertThat(result.details().get("total")).endsWith(" MiB");
    }

    @Test
    void judgesByItsLimits() throws IOException {
        HealthResult low = DiskCheck.of(folder).limits(Long.MAX_VALUE, 0).check();
        HealthResult full =
                DiskCheck.of(folder).limits(Long.MAX_VALUE, Long.MAX_VALUE).check();

        assertThat(low.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(low.code()).isEqualTo(HealthCode.DISK_LOW.id());
        assertThat(full.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(full.code()).isEqualTo(HealthCode.DISK_FULL.id());
        assertThat(full.message()).contains(folder.toString());
    }

    @Test
    void namesADirectoryThatIsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(DiskCheck.of(folder.resolve("gone")).check().message()).endsWith("gone does not exist");
        assertThat(DiskCheck.of(file).check().message()).endsWith("file is not a directory");
        assertThat(DiskCheck.of(file).check().code()).isEqualTo(HealthCode.DIRECTORY_MISSING.id());
    }

    @Test
    void refusesLimitsThatCross() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiskCheck.of(folder).limits(1, 2))
                .withMessageContaining("1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiskCheck.of(folder).limits(1, -1));
    }
}
