package dev.renum.health;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders need the network; the network is asked once a day, if nobody hurries, and orders all the time. */
@Timeout(120)
final class SymptomsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);
    private static final HealthResult GONE = HealthResult.down("X-1", "gone");

    private final AtomicReference<HealthResult> network = new AtomicReference<>(HealthResult.up());
    private final AtomicReference<HealthResult> orders = new AtomicReference<>(HealthResult.up());
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final FakeTicker ticker = new FakeTicker();
    private final Queue<HealthChange> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean hanging;

    private final HealthMonitor health = HealthMonitor.builder(
                    HealthSettings.builder().staleAfter(Duration.ofMinutes(10)).build())
            .ticker(ticker)
            .check(CheckSpec.of("network", this::network)
                    .interval(DAY)
                    .timeout(DAY)
                    .required())
            .check(CheckSpec.of("orders", orders::get)
                    .interval(Duration.ofSeconds(1))
                    .timeout(DAY)
                    .required()
                    .dependsOn("network"))
            .build();

    @AfterEach
    void close() {
        release.countDown();
        health.close();
    }

    @Test
    void areToldWithTheirCauseWhichIsAskedAtOnce() {
        listen();
        network.set(GONE);
        orders.set(GONE);

        askOrders();

        await().atMost(LIMIT).until(() -> heard.size() == 2);
        assertThat(heard).extracting(HealthChange::check).containsExactly("network", "orders");
        assertThat(heard)
                .extracting(HealthChange::state)
                .extracting(state -> requireNonNull(state).symptomOf())
                .containsExactly(null, "network");
        assertThat(health.snapshot().rootCauses()).extracting(CheckState::name).containsExactly("network");
    }

    @Test
    void areNoneWhereWhatTheyDependOnWorks() {
        listen();
        int before = asked.get();
        orders.set(GONE);

        askOrders();

        await().atMost(LIMIT).until(() -> heard.size() == 1);
        assertThat(asked).hasValue(before + 1);
        assertThat(requireNonNull(heard.element().state()).knownOrSuspectedCause())
                .isNull();
        assertThat(heard.element().to()).isEqualTo(HealthStatus.DOWN);
    }

    @Test
    void countAtOnceAndAreToldAfterFiveSecondsWhereTheCauseDoesNotAnswer() {
        listen();
        hanging = true;
        orders.set(GONE);

        askOrders();
        await().atMost(LIMIT)
                .until(() -> "network".equals(health.snapshot().check("orders").suspect()));
        boolean ready = health.snapshot().isReady();
        int early = heard.size();
        ticker.advance(Duration.ofSeconds(5));

        await().atMost(LIMIT).until(() -> heard.size() == 1);
        assertThat(ready).isFalse();
        assertThat(early).isZero();
        assertThat(requireNonNull(heard.element().state()).knownOrSuspectedCause())
                .isNull();
    }

    private void listen() {
        health.refresh(LIMIT);
        await().atMost(LIMIT).until(() -> health.snapshot().isReady());
        health.onChange(change -> {
            if (!change.isOfSystem()) {
                heard.add(change);
            }
        });
    }

    /** Lets only the orders be asked, a second after all were. */
    private void askOrders() {
        ticker.advance(Duration.ofSeconds(1));
    }

    private HealthResult network() throws InterruptedException {
        asked.incrementAndGet();
        if (hanging) {
            release.await();
        }
        return network.get();
    }
}
