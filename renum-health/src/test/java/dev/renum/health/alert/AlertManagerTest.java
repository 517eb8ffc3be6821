package dev.renum.health.alert;

import static dev.renum.health.alert.AlertState.FIRING;
import static dev.renum.health.alert.Hasty.notifier;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Severity;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Notification.Kind;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void neitherLosesNorLengthensAnAlertThoughTheTickerGoesBack() {
        FakeTicker ticker = new FakeTicker();
        AtomicLong back = new AtomicLong();
        database.set(HealthResult.down("SHOP-1", "gone"));
        awaitStatus(HealthStatus.DOWN);
        BackgroundAlertManager alerts = still(() -> ticker.read() - back.get());
        alerts.add(AlertRule.checkStatus("db-bad", "db", HealthStatus.DOWN)
                .forAtLeast(ofMinutes(5))
                .keepFiringFor(ofMinutes(5)));
        alerts.evaluate();

        passMinutes(alerts, ticker, 3);
        back.set(Duration.ofHours(1).toNanos());
        alerts.evaluate();
        List<Alert> afterwards = alerts.active();
        passMinutes(alerts, ticker, 2);
        List<Alert> fired = alerts.active();
        database.set(HealthResult.up());
        awaitStatus(HealthStatus.UP);
        alerts.evaluate();
        back.set(Duration.ofHours(2).toNanos());
        passMinutes(alerts, ticker, 6);

        assertThat(afterwards).extracting(Alert::state).containsExactly(AlertState.PENDING);
        assertThat(fired).extracting(Alert::state).containsExactly(FIRING);
        assertThat(alerts.active()).isEmpty();
        assertThat(alerts.resolved()).hasSize(1);
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
                            "most-requests-fail",
                            "requests-slow",
                            "deadlock",
                            "monitor-stale",
                            "required-check-away",
                            "certificate-ends-soon",
                            "certificate-ends");
            assertThat(alerts.setupProactiveAlerts()).isEmpty();
            assertThat(alerts.rules()).hasSize(13).contains(own);
        }
    }

    private AlertManager.Builder hasty() {
        return Hasty.hurry(AlertManager.builder(health)).source("shop-1").notifier(notifier("page", this::receive));
    }

    /** One that judges only when it is told to. */
    private BackgroundAlertManager still(Ticker ticker) {
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
}
