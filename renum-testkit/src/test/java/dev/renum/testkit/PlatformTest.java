package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   false, redis-server-7.0.15-linux-amd64,  postgres-linux-x86_64.txz",
        "LINUX,    x86_64,  true,  redis-server-7.0.15-linux-amd64,  postgres-linux-x86_64-alpine_linux.txz",
        "Linux,    aarch64, false, redis-server-7.0.15-linux-arm64,  postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, false, redis-server-7.0.15-darwin-arm64, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64,  false, redis-server-7.0.15-darwin-amd64, postgres-darwin-x86_64.txz"
    })
    void callsTheBinariesAsTheirCarriersDo(String osName, String osArch, boolean alpine, String redis, String postgres)
            throws IOException {
        Platform platform = Platform.of(osName, osArch, alpine);

        assertThat(platform.redisProgram()).isEqualTo(redis);
        assertThat(platform.postgresArchive()).isEqualTo(postgres);
    }

    @Test
    void saysWhichSystemsThereAreServersFor() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64", false))
                .isInstanceOf(IOException.class)
                .hasMessage("there are no servers for Windows 11, only for Linux and macOS");
        assertThatThrownBy(() -> Platform.of("Linux", "riscv64", false))
                .isInstanceOf(IOException.class)
                .hasMessage("there are no servers for riscv64, only for amd64 and arm64");
    }
}
