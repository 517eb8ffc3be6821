package dev.renum.health.alert;

import static dev.renum.health.alert.AlertState.FIRING;
import static dev.renum.health.alert.Hasty.notifier;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Severity;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Notification.Kind;
import dev.renum.health.check.Heartbeat;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertManagerTest {
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
    void tellsOfARequiredCheckThatFailsAndThatItRecovers() {
        try (AlertManager alerts = hasty().build()) {
            alerts.setupProactiveAlerts();

            database.set(HealthResult.down("SHOP-1", "connection refused"));
            awaitReceived(1);
            List<Alert> firing = alerts.active();
            database.set(HealthResult.up());
            awaitReceived(2);

            assertThat(firing).singleElement().satisfies(alert -> {
                assertThat(alert.id()).isEqualTo("required-check-down{check=db}");
                assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
                assertThat(alert.summary()).isEqualTo("{check=db} the check is DOWN: connection refused (SHOP-1)");
            });
            assertThat(received).extracting(Notification::kind).containsExactly(Kind.FIRING, Kind.RESOLVED);
            assertThat(received).extracting(Notification::source).containsOnly("shop-1");
            assertThat(alerts.active()).isEmpty();
            assertThat(alerts.resolved()).extracting(Alert::rule).containsExactly("required-check-down");
        }
    }

    @Test
    void tellsNobodyOfASymptom() {
        health.register(CheckSpec.of("orders", () -> HealthResult.down("SHOP-2", "no database"))
                .required()
                .dependsOn("db"));
        database.set(HealthResult.down("SHOP-1", "gone"));
        await().atMost(LIMIT)
                .until(() -> "db".equals(health.snapshot().check("orders").symptomOf()));
        try (AlertManager alerts = hasty().build()) {
            alerts.setupProactiveAlerts();

            awaitReceived(1);

            assertThat(alerts.active()).extracting(Alert::symptomOf).containsExactlyInAnyOrder(null, "db");
            assertThat(received)
                    .flatExtracting(Notification::alerts)
                    .extracting(Alert::id)
                    .containsExactly("required-check-down{check=db}");
        }
    }

    @Test
    void tellsOfAnIssueThatTheHostReportsOnce() {
        try (AlertManager alerts = hasty().build()) {
            CriticalIssue issue =
                    new CriticalIssue("ledger-unbalanced", "differs\nby 3, see https://ada:hunter2hunter2@example.org");

            boolean isTaken = alerts.sendCriticalNotifications(issue);
            awaitReceived(1);
            alerts.sendCriticalNotifications(issue);
            alerts.resolve("critical-issue{issue=ledger-unbalanced}", "ada");
            awaitReceived(2);
            alerts.sendCriticalNotifications(issue);
            awaitReceived(3);

            assertThat(isTaken).isTrue();
            assertThat(received)
                    .extracting(Notification::kind)
                    .containsExactly(Kind.FIRING, Kind.RESOLVED, Kind.FIRING);
            assertThat(received.element().severity()).isEqualTo(Severity.CRITICAL);
            assertThat(received.element().title())
                    .isEqualTo(
                            "critical-issue is firing: {issue=ledger-unbalanced} differs by 3, see https://****@example.org");
        }
    }

    @Test
    void takesAHundredIssuesAtATime() {
        try (AlertManager alerts = hasty().build()) {
            IntStream.range(0, ReportedIssues.MAX)
                    .forEach(i -> alerts.sendCriticalNotifications(new CriticalIssue("issue-" + i, "is new")));

            assertThat(alerts.sendCriticalNotifications(new CriticalIssue("issue-0", "again")))
                    .isTrue();
            assertThat(alerts.sendCriticalNotifications(new CriticalIssue("one-more", "is new")))
                    .isFalse();
        }
    }

    @Test
    void forgetsAnIssueThatNobodyReportsAgain() {
        FakeTicker ticker = new FakeTicker();
        BackgroundAlertManager alerts = still(ticker);
        alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));
        alerts.evaluate();

        passMinutes(alerts, ticker, 24 * 60 - 1);
        List<Alert> before = alerts.active();
        passMinutes(alerts, ticker, 1);

        assertThat(before).hasSize(1);
        assertThat(alerts.active()).isEmpty();
        assertThat(alerts.resolved()).hasSize(1);
    }

    @Test
    void keepsAnAlertQuietForAQuarterOfAnHourAfterItWasResolvedByHand() {
        FakeTicker ticker = new FakeTicker();
        BackgroundAlertManager alerts = withDatabaseDown(ticker);
        String id = "db-bad{check=db}";

        boolean isDone = alerts.resolve(id, "ada");
        passMinutes(alerts, ticker, 14);
        List<Alert> quiet = alerts.active();
        passMinutes(alerts, ticker, 1);

        assertThat(isDone).isTrue();
        assertThat(quiet).isEmpty();
        assertThat(alerts.active()).extracting(Alert::id).containsExactly(id);
    }

    @Test
    void opensAnAlertAgainThatGetsWorse() {
        FakeTicker ticker = new FakeTicker();
        database.set(HealthResult.degraded("SHOP-3", "is slow"));
        BackgroundAlertManager alerts = withDatabaseIn(HealthStatus.DEGRADED, ticker);
        alerts.resolve("db-bad{check=db}", "ada");

        alerts.evaluate();
        List<Alert> quiet = alerts.active();
        database.set(HealthResult.down("SHOP-1", "is gone"));
        awaitStatus(HealthStatus.DOWN);
        alerts.evaluate();

        assertThat(quiet).isEmpty();
        assertThat(alerts.active()).extracting(Alert::state).containsExactly(FIRING);
        assertThat(alerts.resolve("db-bad{check=db}", "ada")).isTrue();
        assertThat(alerts.resolve("db-bad{check=db}", "ada"))
                .as("resolved already")
                .isFalse();
        assertThat(alerts.acknowledge("db-bad{check=db}", "ada")).isFalse();
    }

    @Test
    void showsWhoHasTakenAnAlertUpAsLongAsItLasts() {
        BackgroundAlertManager alerts = withDatabaseDown(new FakeTicker());

        alerts.acknowledge("db-bad{check=db}", "ada");
        List<Alert> during = alerts.active();
        database.set(HealthResult.up());
        awaitStatus(HealthStatus.UP);
        alerts.evaluate();

        assertThat(during)
                .singleElement()
                .extracting(Alert::acknowledgement)
                .isNotNull()
                .extracting("who")
                .isEqualTo("ada");
        assertThat(alerts.resolved())
                .singleElement()
                .extracting(Alert::acknowledgement)
                .isNull();
    }

    @Test
    void tellsOfWhatStillFiresWhenASilenceEnds() {
        try (AlertManager alerts = hasty().build()) {
            alerts.add(AlertRule.checkStatus("db-bad", "db", HealthStatus.DOWN));
            Silence silence =
                    alerts.silence(AlertMatcher.rule("db-*").label("check", "db"), ofMinutes(10), "ada", "moves house");
            database.set(HealthResult.down("SHOP-1", "gone"));
            await().atMost(LIMIT).until(() -> !alerts.active().isEmpty());
            List<Alert> silenced = alerts.active();
            boolean wasQuiet = received.isEmpty();

            boolean isEnded = alerts.unsilence(silence.id());
            ((BackgroundAlertManager) alerts).evaluate();
            awaitReceived(1);

            assertThat(silenced).extracting(Alert::silence).containsExactly(silence.id());
            assertThat(wasQuiet).isTrue();
            assertThat(isEnded).isTrue();
            assertThat(alerts.silences()).isEmpty();
            assertThat(alerts.unsilence(silence.id())).isFalse();
        }
    }

    @Test
    void endsASilenceByItself() {
        FakeTicker ticker = new FakeTicker();
        BackgroundAlertManager alerts = still(ticker);
        alerts.silence(AlertMatcher.rule("*"), ofMinutes(10), "ada", "test");

        List<Silence> during = alerts.silences();
        ticker.advance(ofMinutes(10));

        assertThat(during).extracting(Silence::why).containsExactly("test");
        assertThat(alerts.silences()).isEmpty();
    }

    @Test
    void doesNotWakeUpToAStormAfterASuspension() {
        FakeTicker ticker = new FakeTicker();
        database.set(HealthResult.down("SHOP-1", "gone"));
        awaitStatus(HealthStatus.DOWN);
        BackgroundAlertManager alerts = still(ticker);
        alerts.add(AlertRule.checkStatus("db-bad", "db", HealthStatus.DOWN).forAtLeast(ofMinutes(5)));
        alerts.evaluate();

        ticker.advance(Duration.ofHours(10));
        alerts.evaluate();

        assertThat(alerts.active()).extracting(Alert::state).containsExactly(AlertState.PENDING);
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
        BackgroundAlertManager alerts = withDatabaseDown(ticker);
        alerts.add(AlertRule.heartbeat("broken", beats));

        alerts.evaluate();

        HealthResult result = check(alerts);
        assertThat(result.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(result.code()).isEqualTo(HealthCode.RULE_FAILED.id());
        assertThat(result.message()).contains("broken", "no clock");
        assertThat(alerts.active()).extracting(Alert::rule).containsExactly("db-bad");
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
    void refusesARuleThatCanNeverFire() {
        try (AlertManager alerts = hasty().build()) {
            AlertRule rule = AlertRule.threshold("odd", "system.no_such_figure").above(1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> alerts.add(rule))
                    .withMessageStartingWith(
                            "RNM-HLT-143 rule 'odd' is about 'system.no_such_figure', which nobody measures: ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasty().rule(rule).build());
            alerts.add(rule.expectedLater());
            assertThat(alerts.rules()).extracting(AlertRule::name).containsExactly("odd");
        }
    }

    @Test
    void refusesTwoThingsOfOneName() {
        try (AlertManager alerts = hasty().build()) {
            alerts.add(AlertRule.requiredCheckDown("down"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> alerts.add(AlertRule.requiredCheckDown("down")))
                    .withMessage("there is already an alert rule 'down'; names must be unique");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasty().notifier(notifier("page", it -> new Delivered())))
                    .withMessage("there is already a notifier 'page'; names must be unique");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasty().notifier(notifier("a/b", it -> new Delivered())))
                    .withMessageStartingWith("notifier name 'a/b' is not allowed");
        }
    }

    @Test
    void refusesWhatMakesNoSenseInOneSentence() {
        try (AlertManager alerts = hasty().build()) {
            alerts.add(AlertRule.requiredCheckDown("down"));
            alerts.sendCriticalNotifications(new CriticalIssue("odd", "is odd"));
            awaitReceived(1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> alerts.resolve("critical-issue{issue=od}", "ada"))
                    .withMessage(
                            "there is no alert 'critical-issue{issue=od}': did you mean 'critical-issue{issue=odd}'?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> alerts.acknowledge("critical-issue{issue=odd}", " "))
                    .withMessage("name of a person of 1 characters is not allowed: use 1 to 100");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> alerts.silence(AlertMatcher.rule("*"), Duration.ZERO, "ada", "why"))
                    .withMessage("silence of PT0S is not allowed: use more than zero, at most 30 days");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasty().nextChannelAfter(ofMillis(1)))
                    .withMessage("nextChannelAfter PT0.001S is not allowed: use 10 s to 1 day");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasty().source(""))
                    .withMessage("source of 0 characters is not allowed: use 1 to 100");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CriticalIssue("odd", "\n"))
                    .withMessage("issue 'odd' has no message: say what is the matter");
        }
    }

    @Test
    void letsARuleOfTheHostCountInsteadOfTheDefaultOfItsName() {
        AlertRule own = AlertRule.requiredCheckDown("required-check-down").forAtLeast(ofMinutes(3));
        try (AlertManager alerts = hasty().rule(own).build()) {
            List<AlertRule> added = alerts.setupProactiveAlerts();

            assertThat(added)
                    .extracting(AlertRule::name)
                    .containsExactly(
                            "cpu-high",
                            "memory-high",
                            "disk-full",
                            "heap-high",
                            "errors-high",
                            "requests-slow",
                            "deadlock",
                            "certificate-expires");
            assertThat(alerts.setupProactiveAlerts()).isEmpty();
            assertThat(alerts.rules()).hasSize(9).contains(own);
        }
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

    private BackgroundAlertManager withDatabaseDown(FakeTicker ticker) {
        database.set(HealthResult.down("SHOP-1", "gone"));
        return withDatabaseIn(HealthStatus.DOWN, ticker);
    }

    private BackgroundAlertManager withDatabaseIn(HealthStatus status, FakeTicker ticker) {
        awaitStatus(status);
        BackgroundAlertManager alerts = still(ticker);
        alerts.add(AlertRule.checkStatus("db-bad", "db", HealthStatus.DEGRADED));
        alerts.evaluate();
        return alerts;
    }

    private static void passMinutes(BackgroundAlertManager alerts, FakeTicker ticker, int minutes) {
        for (int i = 0; i < minutes; i++) {
            ticker.advance(ofMinutes(1));
            alerts.evaluate();
        }
    }

    private Delivery receive(Notification notification) {
        received.add(notification);
        return new Delivered();
    }

    private void awaitReceived(int count) {
        await().atMost(LIMIT).until(() -> received.size() >= count);
    }

    private void awaitStatus(HealthStatus status) {
        await().atMost(LIMIT).until(() -> health.snapshot().check("db").status() == status);
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
