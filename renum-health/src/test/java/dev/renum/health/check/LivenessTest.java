package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.Probe;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LivenessTest {
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();
    private static final TcpCheck AWAY = TcpCheck.of("localhost", 1);

    static Stream<HealthCheck> leaving() {
        return Stream.of(
                AWAY,
                HttpCheck.of(URI.create("https://bank.example/")),
                DnsCheck.of("bank.example"),
                DataSourceCheck.of(new JdbcDataSource()));
    }

    @ParameterizedTest
    @MethodSource("leaving")
    void refusesWhatLeavesTheProcessWhenItIsBuiltAndWhenItIsRegistered(HealthCheck check) {
        CheckSpec spec = CheckSpec.of("away", check).probe(Probe.LIVENESS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthMonitor.builder(SETTINGS).check(spec).build())
                .withMessage(
                        "RNM-HLT-008 check 'away' asks something outside of this process, which a restart does not "
                                + "cure: use the probe READINESS, not LIVENESS");
        try (HealthMonitor monitor = HealthMonitor.builder(SETTINGS).build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> monitor.register(spec))
                    .withMessageContaining("'away'");
            assertThat(monitor.snapshot().checks()).isEmpty();
        }
    }

    @Test
    void refusesItAlsoWhereNothingRuns() {
        HealthSettings disabled = HealthSettings.builder().enabled(false).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthMonitor.builder(disabled)
                        .check(CheckSpec.of("away", AWAY).probe(Probe.LIVENESS))
                        .build());
    }

    @Test
    void takesWhatLooksIntoTheProcessAndWhatTheHostAnswersFor() {
        Stream<HealthCheck> inside = Stream.of(
                HeapCheck.ofJvm(),
                DeadlockCheck.ofJvm(),
                DiskCheck.of(Path.of(".")),
                Heartbeat.expectedEvery(Duration.ofHours(1)));
        HealthCheck ownPort = () -> AWAY.check();

        try (HealthMonitor monitor = HealthMonitor.builder(SETTINGS).build()) {
            Stream.concat(inside, Stream.of(ownPort))
                    .forEach(check -> monitor.register(
                                    CheckSpec.of("check", check).probe(Probe.LIVENESS))
                            .close());
        }

        assertThat(ownPort.leavesProcess()).isFalse();
    }
}
