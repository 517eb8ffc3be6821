package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthSettingsTest {
    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthSettings.builder()
                        .staleAfter(Duration.ofMillis(999))
                        .build())
                .withMessageContaining("renum.health.stale-after PT0.999S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthSettings.builder()
                        .drainAnnounce(Duration.ofMinutes(11))
                        .build())
                .withMessageContaining("drain-announce");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthSettings.builder()
                        .drainLimit(Duration.ofSeconds(-1))
                        .build())
                .withMessageContaining("drain-limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthSettings.builder()
                        .samplingInterval(Duration.ofMillis(10))
                        .build())
                .withMessageContaining("renum.health.sampling-interval PT0.01S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthSettings.builder().historySize(9).build())
                .withMessage("renum.health.history-size 9 is not allowed: use 10 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HealthSettings.builder().errorRatioObjective(Double.NaN).build())
                .withMessage("renum.health.error-ratio-objective NaN is not allowed: use 0.000001 to 0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthSettings.builder()
                        .responseTimeObjective(Duration.ZERO)
                        .build())
                .withMessageContaining("renum.health.response-time-objective");
    }

    @Test
    void runsNothingWhenSwitchedOff() {
        HealthSettings off = HealthSettings.builder().enabled(false).build();
        Monitored source = new Monitored() {
            @Override
            public List<CheckSpec> checks() {
                return List.of(failing("watched"));
            }

            @Override
            public void measure(MetricSink sink) {}
        };

        try (HealthMonitor monitor =
                HealthMonitor.builder(off).check(failing("built")).build()) {
            monitor.register(failing("registered")).close();
            monitor.watch(source).close();

            assertThat(monitor.refresh(Duration.ofSeconds(1)).status()).isEqualTo(HealthStatus.DISABLED);
            assertThat(monitor.snapshot().isReady()).isTrue();
            assertThat(monitor.snapshot().isAlive()).isTrue();
            assertThat(monitor.settings()).isEqualTo(off);
            monitor.requests().begin();
            assertThat(monitor.requests().inFlight()).isEqualTo(1);
            monitor.measure(new NoTimers());
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.isAlive() && thread.getName().equals("renum-health-scheduler"));
        }
    }

    private static CheckSpec failing(String name) {
        return CheckSpec.of(name, () -> HealthResult.down("X-1", "away")).required();
    }

    /** Takes gauges only. */
    private static final class NoTimers implements MetricSink {
        @Override
        public void gauge(Metric metric, double value, String... tags) {
            if (metric.name().equals("http.server.requests.active")) {
                assertThat(value).isEqualTo(1);
                return;
            }
            assertThat(value).as(metric.name()).isNaN();
        }

        @Override
        public void counter(Metric metric, double total, String... tags) {
            throw new AssertionError(metric);
        }

        @Override
        public void timer(Metric metric, long count, long totalNanos, String... tags) {
            throw new AssertionError(metric);
        }
    }
}
