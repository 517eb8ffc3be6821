package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

/** What may happen to the one thread on which a snapshot depends. */
final class SchedulerAtFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HealthSettings HASTY =
            HealthSettings.builder().staleAfter(Duration.ofSeconds(1)).build();

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<HealthMonitor> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        release.countDown();
        opened.forEach(HealthMonitor::close);
    }

    @Test
    void goesOnAfterInterruptsThatNobodyHasAReasonFor() {
        AtomicReference<@Nullable Thread> scheduler = new AtomicReference<>();
        HealthMonitor monitor = open(HealthMonitor.builder(HASTY)
                .ticker(() -> {
                    if (isScheduler()) {
                        scheduler.set(Thread.currentThread());
                    }
                    return System.nanoTime();
                })
                .check(often("a", HealthResult::up).required()));
        await().atMost(LIMIT).until(() -> monitor.snapshot().isReady() && scheduler.get() != null);
        Thread thread = scheduler.get();

        for (int i = 0; i < 100; i++) {
            interrupt(thread);
            monitor.refresh(LIMIT);
        }

        await().during(HASTY.staleAfter().multipliedBy(2))
                .atMost(LIMIT)
                .until(() -> !monitor.snapshot().stale());
        assertThat(monitor.snapshot().isReady()).isTrue();
    }

    /** As one does that runs what it is given on the caller's thread once it is full, and is given a check that hangs. */
    @Test
    void leavesASnapshotThatTurnsStaleAndIsNotUpWhereAnExecutorNeverComesBack() {
        AtomicBoolean full = new AtomicBoolean();
        HealthMonitor monitor = open(HealthMonitor.builder(HASTY)
                .executor(task -> {
                    if (full.get() && isScheduler()) {
                        hang();
                    }
                    new Thread(task).start();
                })
                .check(often("a", HealthResult::up).required()));
        await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());

        full.set(true);
        await().atMost(LIMIT).until(() -> monitor.snapshot().stale());

        assertThat(monitor.snapshot().isReady()).isFalse();
        assertThat(monitor.snapshot().status()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(monitor.snapshot().check("a").code()).isEqualTo(HealthCode.STALE.id());
    }

    /** The check is due once a day, so it would not run before tomorrow if its run were lost. */
    @Test
    void launchesWhatItHasDecidedOnAlthoughItCannotPublish() {
        AtomicInteger failures = new AtomicInteger();
        Ticker ticker = () -> {
            if (isScheduler() && isIn("publish") && failures.getAndIncrement() == 0) {
                throw new OutOfMemoryError("no snapshot today");
            }
            return System.nanoTime();
        };

        HealthMonitor monitor = open(HealthMonitor.builder(HASTY)
                .ticker(ticker)
                .check(CheckSpec.of("a", HealthResult::up)
                        .required()
                        .interval(Duration.ofDays(1))
                        .timeout(Duration.ofDays(1))));

        await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());
        assertThat(failures).hasPositiveValue();
    }

    @Test
    void saysOnceThatItFailsAndOnceThatItWorksAgain() {
        RecordingLogger log = new RecordingLogger();
        AtomicInteger failures = new AtomicInteger();
        Ticker ticker = () -> {
            if (isScheduler() && isIn("step") && failures.getAndIncrement() < 3) {
                throw new LinkageError("no clock yet");
            }
            return System.nanoTime();
        };

        HealthMonitor monitor = open(ticker, log, often("a", HealthResult::up));

        await().atMost(LIMIT).until(() -> monitor.snapshot().isReady() && lines(log, "works again") == 1);
        assertThat(failures).hasValueGreaterThanOrEqualTo(3);
        assertThat(lines(log, "a pass of the health scheduler failed")).isEqualTo(1);
    }

    @Test
    void staysFreshWhileTheLogBlocksAndListenersHearAllTheSame() {
        CountDownLatch blocked = new CountDownLatch(1);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        AtomicReference<HealthResult> result = new AtomicReference<>(HealthResult.up());
        HealthMonitor monitor = open(Ticker.system(), blocking(blocked), often("a", result::get));
        await().atMost(LIMIT).until(() -> monitor.snapshot().check("a").status() == HealthStatus.UP);
        monitor.onChange(change -> heard.add(change.check() + " " + change.to()));

        result.set(HealthResult.down("X-1", "away"));
        await().atMost(LIMIT).until(() -> blocked.getCount() == 0 && heard.contains("a DOWN"));
        result.set(HealthResult.up());
        await().atMost(LIMIT).until(() -> heard.contains("a UP"));

        await().during(HASTY.staleAfter().multipliedBy(2))
                .atMost(LIMIT)
                .until(() -> !monitor.snapshot().stale());
    }

    @Test
    void isClosedInTimeWhileTheLogBlocks() {
        CountDownLatch blocked = new CountDownLatch(1);
        HealthMonitor monitor =
                open(Ticker.system(), blocking(blocked), often("a", () -> HealthResult.down("X-1", "away")));
        await().atMost(LIMIT).until(() -> blocked.getCount() == 0);
        long begun = System.nanoTime();

        monitor.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void writesNoSecretOfWhatMadeItFail() {
        Queue<SubstituteLoggingEvent> events = new ConcurrentLinkedQueue<>();
        Ticker ticker = () -> {
            if (isScheduler() && isIn("step")) {
                throw new IllegalStateException("password=5ecret");
            }
            return System.nanoTime();
        };

        open(ticker, new SubstituteLogger("health", events, false), often("a", HealthResult::up));

        await().atMost(LIMIT).until(() -> events.stream().anyMatch(event -> event.getThrowable() != null));
        assertThat(events)
                .extracting(event -> String.valueOf(event.getThrowable()))
                .anyMatch(text -> text.contains("password=****"))
                .noneMatch(text -> text.contains("5ecret"));
    }

    @Test
    void hasAResultAlsoWhereThereIsNoMemoryToSayWhatACheckThrew() {
        AtomicInteger runs = new AtomicInteger();

        HealthMonitor monitor = open(HealthMonitor.builder(HASTY).check(often("a", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new Unspeakable();
            }
            return HealthResult.up();
        })));

        await().atMost(LIMIT).until(() -> monitor.snapshot().check("a").status() == HealthStatus.UP);
        assertThat(runs).hasValueGreaterThan(1);
    }

    @Test
    void isClosedWhereItCannotBeStarted() {
        ConcurrentHealthMonitor monitor = new ConcurrentHealthMonitor(
                HASTY, Ticker.system(), null, List.of(), CheckGroups.NONE, new RecordingLogger());

        assertThatThrownBy(() -> monitor.start(Collections.singletonList(null)))
                .isInstanceOf(NullPointerException.class);

        assertThatIllegalStateException().isThrownBy(() -> monitor.register(often("late", HealthResult::up)));
    }

    private static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new OutOfMemoryError("planted");
        }
    }

    private HealthMonitor open(HealthMonitor.Builder builder) {
        HealthMonitor monitor = builder.build();
        opened.add(monitor);
        return monitor;
    }

    private HealthMonitor open(Ticker ticker, Logger log, CheckSpec check) {
        ConcurrentHealthMonitor monitor =
                new ConcurrentHealthMonitor(HASTY, ticker, null, List.of(check), CheckGroups.NONE, log);
        opened.add(monitor);
        monitor.start(List.of());
        return monitor;
    }

    /** Blocks at the first line, as an appender does whose disk or server is away. */
    private Logger blocking(CountDownLatch blocked) {
        return new RecordingLogger(() -> {
            blocked.countDown();
            hang();
        });
    }

    private void hang() {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static void interrupt(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private static long lines(RecordingLogger log, String text) {
        return log.lines().stream().filter(line -> line.contains(text)).count();
    }

    private static boolean isScheduler() {
        return Thread.currentThread().getName().equals("renum-health-scheduler");
    }

    private static boolean isIn(String method) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals(method)));
    }

    private static CheckSpec often(String name, HealthCheck check) {
        return CheckSpec.of(name, check).interval(Duration.ofMillis(20)).timeout(LIMIT);
    }
}
