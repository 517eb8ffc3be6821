package dev.renum.health.alert;

import static dev.renum.health.alert.Hasty.notifier;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.check.Heartbeat;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a manager lives: what it says of itself, how it ends, and what it is while switched off. */
final class AlertManagerLifeTest {
    private static final Duration LIMIT = ofSeconds(60);

    private final AtomicReference<HealthResult> database = new AtomicReference<>(HealthResult.up());
    private final Queue<Notification> received = new ConcurrentLinkedQueue<>();
    private final HealthMonitor health = HealthMonitor.builder(
                    HealthSettings.builder().build())
            .check(CheckSpec.of("network", () -> HealthResult.up()).required())
            .check(CheckSpec.of("db", database::get).required().interval(ofMillis(20)))
            .build();

    @AfterEach
    void close() {
        health.close();
    }

    @Test
    void saysThatPeopleCannotBeTold() {
        try (AlertManager alerts = Hasty.hurry(AlertManager.builder(health))
                .notifier(notifier("page", it -> new Delivery.Postponed("503", null)))
                .notifier(notifier("wrong", it -> new Delivery.Refused("413")))
                .build()) {
            assertThat(check(alerts).status()).isEqualTo(HealthStatus.UP);

            alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));

            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(check(alerts).code()).isEqualTo(HealthCode.NOTIFICATION_LOST.id());
                assertThat(check(alerts).message()).contains("wrong", "odd");
            });
            Figures figures = Figures.of(alerts);
            assertThat(figures.value("alerts.firing")).isEqualTo(1);
            assertThat(figures.value("notifications.waiting", "route", "page")).isEqualTo(1);
            assertThat(figures.value("notifications.dropped", "route", "wrong")).isEqualTo(1);
            assertThat(figures.value("notifications.attempts", "channel", "wrong", "result", "failed"))
                    .isEqualTo(1);
        }
    }

    @Test
    void saysWhichChannelFailsUntilItWorksAgain() {
        AtomicReference<Delivery> answer =
                new AtomicReference<>(new Delivery.Postponed("token=abcdef0123 is wrong", null));
        try (AlertManager alerts = Hasty.hurry(AlertManager.builder(health))
                .notifier(notifier("page", it -> answer.get()))
                .build()) {
            alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));
            await().atMost(LIMIT)
                    .until(() ->
                            HealthCode.CHANNEL_FAILS.id().equals(check(alerts).code()));
            String message = check(alerts).message();

            answer.set(new Delivered());

            assertThat(message).contains("page", "token=****").doesNotContain("abcdef0123");
            await().atMost(LIMIT).until(() -> check(alerts).status() == HealthStatus.UP);
        }
    }

    @Test
    void saysThatRulesHaveNotBeenJudgedForTooLong() {
        FakeTicker ticker = new FakeTicker();
        BackgroundAlertManager alerts = still(ticker);

        ticker.advance(ofMinutes(3));

        assertThat(check(alerts).code()).isEqualTo(HealthCode.ALERTS_NOT_EVALUATED.id());
        assertThat(check(alerts).message()).isEqualTo("the rules were judged 180 s ago");
    }

    @Test
    void judgesOtherRulesThoughOneCannotBe() {
        Ticker broken = () -> {
            throw new AssertionError("no clock");
        };
        FakeTicker ticker = new FakeTicker();
        Queue<Ticker> tickers = new ConcurrentLinkedQueue<>(List.of(ticker));
        Heartbeat beats = Heartbeat.expectedEvery(
                ofSeconds(1),
                () -> tickers.isEmpty() ? broken.read() : tickers.poll().read());
        database.set(HealthResult.down("SHOP-1", "gone"));
        await().atMost(LIMIT).until(() -> health.snapshot().check("db").status() == HealthStatus.DOWN);
        BackgroundAlertManager alerts = still(ticker);
        alerts.add(AlertRule.checkStatus("db-bad", "db", HealthStatus.DEGRADED));
        alerts.add(AlertRule.heartbeat("broken", beats));

        alerts.evaluate();

        HealthResult result = check(alerts);
        assertThat(result.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(result.code()).isEqualTo(HealthCode.RULE_FAILED.id());
        assertThat(result.message()).contains("broken", "no clock");
        assertThat(alerts.active()).extracting(Alert::rule).containsExactly("db-bad");
    }

    @Test
    void deliversWhatWaitsBeforeItCloses() {
        AlertManager alerts = AlertManager.builder(health)
                .notifier(notifier("page", this::receive))
                .rule(AlertRule.checkStatus("db-bad", "db", HealthStatus.DOWN))
                .build();
        database.set(HealthResult.down("SHOP-1", "gone"));
        await().atMost(LIMIT).until(() -> !alerts.active().isEmpty());

        alerts.close();

        assertThat(received)
                .flatExtracting(Notification::alerts)
                .extracting(Alert::rule)
                .containsExactly("db-bad");
        assertThat(alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd")))
                .isFalse();
        assertThatIllegalStateException()
                .isThrownBy(alerts::setupProactiveAlerts)
                .withMessage("the alert manager is closed");
    }

    @Test
    void closesWithinFiveSecondsThoughANotifierHangs() {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AlertManager alerts = Hasty.hurry(AlertManager.builder(health))
                .notifier(notifier("hangs", it -> {
                    hanging.countDown();
                    return awaitUninterruptibly(released);
                }))
                .build();
        alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));
        await().atMost(LIMIT).until(() -> hanging.getCount() == 0);
        long begun = Ticker.system().read();

        alerts.close();

        assertThat(Duration.ofNanos(Ticker.system().read() - begun)).isLessThan(ofMillis(5_500));
        released.countDown();
        alerts.close();
    }

    @Test
    void leavesNoThread() {
        for (int i = 0; i < 50; i++) {
            AlertManager alerts = hasty().build();
            alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));
            alerts.close();
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("renum-health-alerts")
                                || name.startsWith("renum-health-outbox-page")
                                || name.startsWith("renum-health-channel-page")));
    }

    @Test
    void doesNothingWhereHealthIsSwitchedOff() {
        HealthSettings off = HealthSettings.builder().enabled(false).build();
        try (HealthMonitor disabled = HealthMonitor.builder(off).build();
                AlertManager alerts = Hasty.hurry(AlertManager.builder(disabled))
                        .notifier(notifier("page", this::receive))
                        .build()) {
            alerts.add(AlertRule.requiredCheckDown("down"));

            assertThat(alerts.setupProactiveAlerts()).isEmpty();
            assertThat(alerts.rules()).isEmpty();
            assertThat(alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd")))
                    .isFalse();
            assertThat(alerts.active()).isEmpty();
            assertThat(alerts.resolved()).isEmpty();
            assertThat(alerts.acknowledge("down", "ada")).isFalse();
            assertThat(alerts.resolve("down", "ada")).isFalse();
            Silence silence = alerts.silence(AlertMatcher.rule("*"), ofMinutes(1), "ada", "test");
            assertThat(alerts.unsilence(silence.id())).isFalse();
            assertThat(alerts.silences()).isEmpty();
            assertThat(check(alerts).status()).isEqualTo(HealthStatus.DISABLED);
            assertThat(Figures.of(alerts).names()).isEmpty();
        }
    }

    @Test
    void refusesTheSameWhereHealthIsSwitchedOff() {
        HealthSettings off = HealthSettings.builder().enabled(false).build();
        AlertRule never =
                AlertRule.rateOfChange("fills", "system.disk", ofSeconds(1)).above(1);
        try (HealthMonitor disabled = HealthMonitor.builder(off).build();
                AlertManager alerts = AlertManager.builder(disabled).build()) {
            AlertMatcher all = AlertMatcher.rule("*");

            assertThatIllegalArgumentException().isThrownBy(() -> alerts.add(never));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AlertManager.builder(disabled).rule(never).build());
            assertThatIllegalArgumentException().isThrownBy(() -> alerts.acknowledge("down", " "));
            assertThatIllegalArgumentException().isThrownBy(() -> alerts.resolve("down", ""));
            assertThatIllegalArgumentException().isThrownBy(() -> alerts.silence(all, Duration.ZERO, "ada", "test"));
            assertThatIllegalArgumentException().isThrownBy(() -> alerts.silence(all, ofMinutes(1), "", "test"));
            assertThatIllegalArgumentException().isThrownBy(() -> alerts.silence(all, ofMinutes(1), "ada", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesOutANotifierThatIsSwitchedOff(boolean isOn) {
        Notifier page = new Notifier() {
            @Override
            public String name() {
                return "page";
            }

            @Override
            public boolean isEnabled() {
                return isOn;
            }

            @Override
            public Delivery send(Notification notification, dev.renum.core.Deadline deadline) {
                return receive(notification);
            }
        };

        try (AlertManager alerts =
                Hasty.hurry(AlertManager.builder(health)).notifier(page).build()) {
            alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));
            await().atMost(LIMIT).until(() -> !alerts.active().isEmpty());
        }

        assertThat(received).hasSize(isOn ? 1 : 0);
    }

    private AlertManager.Builder hasty() {
        return Hasty.hurry(AlertManager.builder(health)).source("shop-1").notifier(notifier("page", this::receive));
    }

    /** One that judges only when it is told to. */
    private BackgroundAlertManager still(FakeTicker ticker) {
        return new BackgroundAlertManager(health, List.of(), List.of(), new Wording("shop"), Hasty.PACE, ticker);
    }

    private Delivery receive(Notification notification) {
        received.add(notification);
        return new Delivered();
    }

    private static HealthResult check(AlertManager alerts) {
        try {
            return alerts.checks().get(0).check().check();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Delivery awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // That is what it is for.
            }
        }
        return new Delivered();
    }
}
