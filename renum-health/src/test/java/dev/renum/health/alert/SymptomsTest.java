package dev.renum.health.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders need the network, which is asked once a day if nobody hurries. */
@Timeout(120)
final class SymptomsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);
    private static final HealthResult GONE = HealthResult.down("X-1", "gone");

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicReference<HealthResult> orders = new AtomicReference<>(HealthResult.up());
    private final Queue<Notification> received = new ConcurrentLinkedQueue<>();
    private volatile boolean gone;

    @Test
    void wakeNobodyBeforeTheCauseIsKnown() {
        try (HealthMonitor health = monitor();
                AlertManager alerts = Hasty.hurry(
                                AlertManager.builder(health).notifier(Hasty.notifier("pager", this::received)))
                        .build()) {
            alerts.setupProactiveAlerts();
            health.refresh(LIMIT);

            gone = true;
            orders.set(GONE);
            await().atMost(LIMIT)
                    .until(() -> alerts.active().stream().anyMatch(alert -> "network".equals(alert.symptomOf())));
            release.countDown();
            await().atMost(LIMIT).until(() -> !received.isEmpty());

            assertThat(received)
                    .flatExtracting(Notification::alerts)
                    .extracting(Alert::id)
                    .containsExactly("required-check-down{check=network}");
        }
    }

    private HealthMonitor monitor() {
        return HealthMonitor.builder(HealthSettings.builder().build())
                .check(CheckSpec.of("network", this::network)
                        .interval(DAY)
                        .timeout(DAY)
                        .required())
                .check(CheckSpec.of("orders", orders::get)
                        .interval(Duration.ofMillis(50))
                        .timeout(LIMIT)
                        .required()
                        .dependsOn("network"))
                .build();
    }

    /** Answers at first, and once it is gone only when it is released. */
    private HealthResult network() throws InterruptedException {
        if (!gone) {
            return HealthResult.up();
        }
        release.await();
        return GONE;
    }

    private Delivery received(Notification notification) {
        received.add(notification);
        return new Delivery.Delivered();
    }
}
