package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Masking;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets at every place where a host's code may put one, and whatever a monitor shows of it. */
final class PlantedSecretsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PASSWORD = "Tr0ub4dor-9153";
    private static final String TOKEN = "ghp_1234567890abcdefghijklmnopqrstuv8264";
    private static final String BEARER = "c29tZS1iZWFyZXItNzM1Mg";
    private static final List<String> SECRETS = List.of(PASSWORD, TOKEN, BEARER);
    private static final List<String> PLANTED = List.of(
            "jdbc:postgresql://app:" + PASSWORD + "@db.example/shop",
            "https://db.example/shop?user=app&password=" + PASSWORD,
            "refused with Authorization: Bearer " + BEARER,
            "token " + TOKEN + " is not valid");
    private static final Metric POOL = new Metric("shop.pool", "", "A pool.");

    private final RecordingLogger log = new RecordingLogger();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicReference<String> text = new AtomicReference<>(PLANTED.get(0));
    private final ConcurrentHealthMonitor health = new ConcurrentHealthMonitor(
            HealthSettings.builder().samplingInterval(Duration.ofSeconds(1)).build(),
            Ticker.system(),
            null,
            List.of(
                    check("told", this::telling).required(),
                    check("thrown", this::throwing),
                    check("known", () -> HealthResult.up().withVersion(text.get()))),
            CheckGroups.NONE.with("all", "told", "thrown", "known"),
            log);

    @AfterEach
    void close() {
        health.close();
    }

    @Test
    void noOutputShowsOne() {
        health.start(List.of(source(this::figures), source(sink -> {
            throw new IllegalStateException(text.get());
        })));
        health.onChange(change -> {
            shown.add(change.toString());
            throw new IllegalStateException(text.get());
        });

        for (String planted : PLANTED) {
            text.set(planted);
            failing.set(false);
            health.refresh(LIMIT);
            failing.set(true);
            health.refresh(LIMIT);
            serve(planted);
            show();
        }
        await().atMost(LIMIT).until(() -> health.requests().routes().size() == PLANTED.size());
        show();
        awaitTheLog();

        assertThat(shown).anySatisfy(all -> assertThat(all).contains("db.example", Masking.MASK));
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).contains("check told is DOWN", Masking.MASK))
                .anySatisfy(line -> assertThat(line).contains("a listener of health failed", Masking.MASK))
                .anySatisfy(line -> assertThat(line).contains("fails to give its figures", Masking.MASK));
        assertThat(Stream.concat(shown.stream(), log.lines().stream()))
                .noneMatch(output -> SECRETS.stream().anyMatch(output::contains));
    }

    private HealthResult telling() {
        String now = text.get();
        HealthResult result = failing.get() ? HealthResult.down("SHOP-1", now) : HealthResult.up();
        return result.withDetail("url", now)
                .withDetail("password", PASSWORD)
                .withDetail(now, "the key")
                .withVersion(now);
    }

    private HealthResult throwing() {
        if (failing.get()) {
            throw new IllegalStateException(text.get(), new IllegalArgumentException(text.get()));
        }
        return HealthResult.up();
    }

    private void figures(MetricSink sink) {
        sink.gauge(POOL, 1, "url", text.get(), "password", PASSWORD);
        sink.counter(new Metric("shop.calls", "", "Calls."), 1, "url", text.get());
    }

    /** Enough slow and failing requests for an issue each, by a host that passes what it should not. */
    private void serve(String planted) {
        for (int i = 0; i < 25; i++) {
            long begun = health.requests().begin() - Duration.ofSeconds(1).toNanos();
            health.requests().end(begun, "GET", "/pay/" + planted, 500, planted);
        }
    }

    private void show() {
        await().atMost(LIMIT)
                .until(() -> health.metrics().series(POOL.name()).stream()
                        .anyMatch(series -> series.latest().isPresent()));
        HealthDashboard dashboard = health.generateHealthDashboard();
        shown.add(dashboard.toString());
        shown.add(dashboard.performance().toString());
        shown.add(health.detectPerformanceIssues().issues().toString());
        shown.add(health.snapshot().toString());
        shown.add(health.snapshot().group("all").toString());
        shown.add(health.collectSystemMetrics().toString());
        health.metrics()
                .names()
                .forEach(name -> health.metrics()
                        .series(name)
                        .forEach(series -> shown.add(series.metric() + " " + series.tags())));
        health.measure(new Telling());
    }

    private void awaitTheLog() {
        await().atMost(LIMIT).until(() -> log.lines().stream().anyMatch(line -> line.contains("fails to give")));
        await().atMost(LIMIT).until(() -> log.lines().stream().anyMatch(line -> line.contains("a listener")));
    }

    /** Keeps the tags of what the monitor itself measures. */
    private final class Telling implements MetricSink {
        @Override
        public void gauge(Metric metric, double value, String... tags) {
            shown.add(metric + " " + Arrays.toString(tags));
        }

        @Override
        public void counter(Metric metric, double total, String... tags) {
            shown.add(metric + " " + Arrays.toString(tags));
        }

        @Override
        public void timer(Metric metric, long count, long totalNanos, String... tags) {
            shown.add(metric + " " + Arrays.toString(tags));
        }
    }

    private static CheckSpec check(String name, HealthCheck check) {
        return CheckSpec.of(name, check).timeout(LIMIT);
    }

    private static Monitored source(Consumer<MetricSink> figures) {
        return new Monitored() {
            @Override
            public List<CheckSpec> checks() {
                return List.of();
            }

            @Override
            public void measure(MetricSink sink) {
                figures.accept(sink);
            }
        };
    }
}
