package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ReloadResult.Unchanged;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyWarningsTest {
    private static final int WARNINGS = 30_000;

    @Test
    void comparesManyWarningsInLittleMoreTimeThanAStartTakes(@TempDir Path directory) {
        Desk desk = new Desk(directory);
        long begin = System.nanoTime();
        try (EnvironmentConfigManager config = desk.write(lines("a")).builder().build()) {
            long started = System.nanoTime();
            desk.write(lines("b"));

            assertThat(config.reload()).isEqualTo(new Unchanged());

            assertThat(config.status().problems()).hasSize(WARNINGS);
            assertThat(System.nanoTime() - started).isLessThan(6 * (started - begin));
        }
    }

    private static String[] lines(String prefix) {
        return IntStream.range(0, WARNINGS)
                .mapToObj(i -> "renum.cache." + prefix + i + "=1")
                .toArray(String[]::new);
    }
}
