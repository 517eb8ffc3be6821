package dev.renum.micrometer;

import static dev.renum.micrometer.Component.GETS;
import static dev.renum.micrometer.Component.LOADS;
import static dev.renum.micrometer.Component.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.testkit.FakeTicker;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PrometheusTest {
    private final FakeTicker ticker = new FakeTicker();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void exportsEachKindOfFigure() {
        RenumMeters.of(ticker, new Component(sink -> {
                    sink.gauge(MEMORY, 4096, "cache", "users");
                    sink.counter(GETS, 7, "result", "hit");
                    sink.timer(LOADS, 3, 1_500_000_000L, "cache", "users");
                }))
                .bindTo(registry);

        String text = registry.scrape();

        assertThat(text.lines())
                .contains(
                        "# HELP cache_memory_bytes Memory held.",
                        "# TYPE cache_memory_bytes gauge",
                        "cache_memory_bytes{cache=\"users\"} 4096.0",
                        "# TYPE cache_gets_total counter",
                        "cache_gets_total{result=\"hit\"} 7.0",
                        "# TYPE cache_loads_seconds summary",
                        "cache_loads_seconds_count{cache=\"users\"} 3",
                        "cache_loads_seconds_sum{cache=\"users\"} 1.5",
                        "renum_meters_failing_sources 0.0");
    }

    @Test
    void exportsAFigureOfAKnownNameAtTheScrapeAfterItHasAppeared() {
        Component component = new Component(sink -> sink.timer(LOADS, 1, 0, "cache", "users"));
        RenumMeters.of(ticker, component).bindTo(registry);
        component.writes(sink -> {
            sink.timer(LOADS, 1, 0, "cache", "users");
            sink.timer(LOADS, 2, 0, "cache", "teams");
        });
        ticker.advance(Duration.ofSeconds(1));

        registry.scrape();
        String next = registry.scrape();

        assertThat(next.lines()).contains("cache_loads_seconds_count{cache=\"teams\"} 2");
    }

    @Test
    void exportsAFigureOfANewNameAtTheScrapeAfterItHasAppeared() {
        Component component = new Component(sink -> {});
        RenumMeters.of(ticker, component).bindTo(registry);
        component.writes(sink -> sink.counter(GETS, 7, "result", "hit"));
        ticker.advance(Duration.ofSeconds(1));

        registry.scrape();
        String next = registry.scrape();

        assertThat(next.lines()).contains("cache_gets_total{result=\"hit\"} 7.0");
    }

    @Test
    void exportsUnknownFiguresAsNaN() {
        Component component = new Component(sink -> sink.gauge(MEMORY, 4096, "cache", "users"));
        RenumMeters.of(ticker, component).bindTo(registry);
        component.writes(sink -> {
            throw new IllegalStateException("pool is closed");
        });
        ticker.advance(Duration.ofSeconds(1));

        String text = registry.scrape();

        assertThat(text.lines()).contains("cache_memory_bytes{cache=\"users\"} NaN");
    }
}
