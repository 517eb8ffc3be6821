package dev.renum.health.alert;

import static dev.renum.health.alert.Hasty.notifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Severity;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that a real monitor samples every second. */
final class AlertsOnFiguresTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicInteger waiting = new AtomicInteger();
    private final HealthMonitor health = HealthMonitor.builder(HealthSettings.builder()
                    .samplingInterval(Duration.ofSeconds(1))
                    .build())
            .watch(new Orders(waiting))
            .build();

    @AfterEach
    void close() {
        health.close();
    }

    @Test
    void fireAndEndWithTheFigureOfAComponent() {
        Queue<Notification> received = new ConcurrentLinkedQueue<>();
        AlertRule rule = AlertRule.threshold("queue-long", "orders.waiting")
                .above(100)
                .clearBelow(50)
                .severity(Severity.ERROR);
        try (AlertManager alerts = Hasty.hurry(AlertManager.builder(health))
                .rule(rule)
                .notifier(notifier("page", it -> {
                    received.add(it);
                    return new Delivered();
                }))
                .build()) {
            waiting.set(123);
            await().atMost(LIMIT).until(() -> received.size() == 1);
            waiting.set(51);
            await().atMost(LIMIT).until(() -> alerts.active().get(0).value() == 51);
            List<Alert> between = alerts.active();
            waiting.set(50);
            await().atMost(LIMIT).until(() -> received.size() == 2);

            assertThat(between)
                    .extracting(Alert::summary)
                    .containsExactly("{queue=eu} orders.waiting is 51, not above 100");
            assertThat(received).extracting(Notification::kind).containsExactly(Kind.FIRING, Kind.RESOLVED);
            assertThat(received.element().title())
                    .isEqualTo("queue-long is firing: {queue=eu} orders.waiting is 123, above 100");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "system.cpi, system.cpu",
        "orders.waitng, orders.waiting",
        "http.server.request.p95, http.server.requests.p95",
        "jvm.heap.aftergc, jvm.heap.after_gc"
    })
    void areRefusedForAFigureThatNobodyMeasures(String metric, String meant) {
        AlertRule rule = AlertRule.threshold("odd", metric).above(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertManager.builder(health).rule(rule).build())
                .withMessage("RNM-HLT-143 rule 'odd' is about '" + metric + "', which nobody measures: did you mean '"
                        + meant + "'? Say expectedLater() if whoever measures it is watched later");
    }

    @ParameterizedTest
    @CsvSource({"PT1.9S", "PT16M39.1S", "PT24H"})
    void areRefusedForAPeriodThatIsNeverKnown(Duration period) {
        AlertRule rule = AlertRule.rateOfChange("fills", "system.disk", period).above(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertManager.builder(health).rule(rule).build())
                .withMessage("period " + period + " of rule 'fills' is not allowed: "
                        + "with this sampling-interval and history-size use PT2S to PT16M39S");
    }

    @Test
    void areTakenForAPeriodThatIsKept() {
        try (AlertManager alerts = AlertManager.builder(health).build()) {
            alerts.add(AlertRule.rateOfChange("short", "system.disk", Duration.ofSeconds(2))
                    .above(1));
            alerts.add(AlertRule.rateOfChange("long", "system.disk", Duration.ofSeconds(999))
                    .above(1));

            assertThat(alerts.rules()).hasSize(2);
        }
    }

    @Test
    void knowEveryFigureOfTheDefaultRules() {
        try (AlertManager alerts = AlertManager.builder(health).build()) {
            alerts.setupProactiveAlerts();

            assertThat(health.metrics().names())
                    .containsAll(alerts.rules().stream()
                            .map(rule -> rule.condition().metric())
                            .filter(metric -> metric != null)
                            .toList());
        }
    }

    private record Orders(AtomicInteger waiting) implements Monitored {
        private static final Metric WAITING = new Metric("orders.waiting", "orders", "Orders that wait.");

        @Override
        public List<CheckSpec> checks() {
            return List.of();
        }

        @Override
        public void measure(MetricSink sink) {
            sink.gauge(WAITING, waiting.get(), "queue", "eu");
        }
    }
}
