package dev.renum.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

final class AlertLogTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void holdsNobodyUpWhileItsAppenderBlocks() throws InterruptedException {
        AlertLog log = new AlertLog(blocking());
        Thread alerting = new Thread(() -> {
            log.turned(Hasty.alert("a", Severity.ERROR));
            log.done("alert acknowledged", "a", "ada");
            log.failed("a pass failed", new IllegalStateException("x"));
            log.close(Deadline.after(Duration.ofMillis(50)));
        });
        alerting.setDaemon(true);

        alerting.start();
        alerting.join(LIMIT.toMillis());
        boolean isHeldUp = alerting.isAlive();
        release.countDown();

        assertThat(isHeldUp).isFalse();
    }

    @Test
    void showsOfAFailureWhereItWasThrownAndNoSecret() {
        Queue<SubstituteLoggingEvent> events = new ConcurrentLinkedQueue<>();
        AlertLog log = new AlertLog(new SubstituteLogger("alerts", events, false));
        Throwable failure = new IllegalStateException("token=5ecret", new IllegalStateException("password=5ecret"));

        log.failed("a pass failed", failure);
        log.close(Deadline.after(LIMIT));

        assertThat(events).hasSize(1);
        StringWriter trace = new StringWriter();
        events.element().getThrowable().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains("token=****", "showsOfAFailureWhereItWasThrownAndNoSecret")
                .doesNotContain("5ecret");
    }

    @Test
    void makesNoNoiseAboutAnAlertThatAnotherOneExplains() {
        Queue<SubstituteLoggingEvent> events = new ConcurrentLinkedQueue<>();
        AlertLog log = new AlertLog(new SubstituteLogger("alerts", events, false));

        log.turned(firing("database", null));
        log.turned(firing("orders", "database"));
        log.close(Deadline.after(LIMIT));

        assertThat(events).extracting(SubstituteLoggingEvent::getLevel).containsExactly(Level.ERROR, Level.INFO);
    }

    private static Alert firing(String check, @Nullable String symptomOf) {
        return new Alert(
                "down{check=" + check + "}",
                "down",
                Map.of("check", check),
                Severity.CRITICAL,
                AlertState.FIRING,
                Instant.EPOCH,
                5,
                "the check is DOWN",
                symptomOf,
                null,
                null);
    }

    /** Does not come back until the test is over, or its thread is interrupted. */
    private Logger blocking() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    release.await();
                    throw new IllegalStateException("the log is gone");
                });
    }
}
