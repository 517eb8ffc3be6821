package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.core.health.Probe;
import dev.renum.testkit.FakeTicker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ConcurrentHealthMonitorTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<HealthMonitor> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        release.countDown();
        opened.forEach(HealthMonitor::close);
    }

    @Nested
    final class Hanging {
        @Test
        void isDownInTimeWhileTheOthersGoOn() {
            AtomicInteger hung = new AtomicInteger();
            AtomicInteger others = new AtomicInteger();
            HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("hung", hanging(hung))
                            .required()
                            .interval(Duration.ofMillis(50))
                            .timeout(Duration.ofMillis(100)));
            for (int i = 0; i < 9; i++) {
                builder.check(CheckSpec.of("other" + i, counting(others)).interval(Duration.ofMillis(50)));
            }
            HealthMonitor monitor = open(builder);

            await().atMost(LIMIT).until(() -> monitor.snapshot().check("hung").status() == HealthStatus.DOWN);
            await().atMost(LIMIT).until(() -> monitor.snapshot().check("hung").consecutiveFailures() >= 10);
            await().atMost(LIMIT).until(() -> others.get() > 9 * 5);

            assertThat(monitor.snapshot().check("hung").code()).isEqualTo(HealthCode.TIMEOUT.id());
            assertThat(hung).hasValue(1);
            assertThat(monitor.snapshot().isReady()).isFalse();
        }

        @Test
        void ignoresTheLateAnswerAndThenRunsAgain() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("hung", hanging(runs))
                            .interval(Duration.ofMillis(50))
                            .timeout(Duration.ofMillis(50))
                            .successThreshold(1000)));
            await().atMost(LIMIT).until(() -> monitor.snapshot().check("hung").status() == HealthStatus.DOWN);

            release.countDown();

            await().atMost(LIMIT).until(() -> runs.get() > 2);
            assertThat(monitor.snapshot().check("hung").status()).isEqualTo(HealthStatus.DOWN);
            // On a slow machine a later run may miss its 50 ms too.
            assertThat(figures(monitor).get("renum.health.check.discarded")).isGreaterThanOrEqualTo(1.0);
        }

        @Test
        void leavesRoomForFortyOthers() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS);
            for (int i = 0; i < 50; i++) {
                builder.check(
                        i % 5 == 0
                                ? CheckSpec.of("check" + i, hanging(new AtomicInteger()))
                                        .timeout(Duration.ofMillis(200))
                                : CheckSpec.of("check" + i, counting(runs)).timeout(LIMIT));
            }
            HealthMonitor monitor = open(builder);

            HealthSnapshot snapshot = monitor.refresh(LIMIT);

            assertThat(snapshot.checks().values())
                    .filteredOn(check -> check.status() == HealthStatus.UP)
                    .hasSize(40);
            assertThat(snapshot.rootCauses()).hasSize(10);
        }

        @Test
        void doesNotHoldUpTheEnd() {
            HealthMonitor monitor =
                    open(HealthMonitor.builder(SETTINGS).check(CheckSpec.of("hung", hanging(new AtomicInteger()))));
            long begun = System.nanoTime();

            monitor.close();
            monitor.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Nested
    final class Reading {
        @Test
        void knowsNothingBeforeTheFirstAnswer() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("slow", hanging(new AtomicInteger()))
                            .timeout(LIMIT)
                            .required())
                    .check(CheckSpec.of("heap", hanging(new AtomicInteger()))
                            .timeout(LIMIT)
                            .probe(Probe.LIVENESS)));

            HealthSnapshot snapshot = monitor.snapshot();

            assertThat(snapshot.isReady()).isFalse();
            assertThat(snapshot.isAlive()).isTrue();
            assertThat(snapshot.check("slow").code()).isEqualTo(HealthCode.NO_RESULT_YET.id());
        }

        @Test
        void allocatesNothing() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS).check(up("a").required()));
            monitor.refresh(LIMIT);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            int ready = 0;
            for (int i = 0; i < 20_000; i++) {
                ready += monitor.snapshot().isReady() ? 1 : 0;
            }

            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 10_000; i++) {
                ready += monitor.snapshot().isReady() ? 1 : 0;
            }
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(ready).isEqualTo(30_000);
            assertThat(allocated / 10_000).isZero();
        }

        @Test
        void joinsARefreshThatIsUnderWay() throws Exception {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("slow", hanging(runs)).timeout(LIMIT)));
            List<Thread> readers = Stream.generate(() -> new Thread(() -> monitor.refresh(LIMIT)))
                    .limit(64)
                    .toList();

            readers.forEach(Thread::start);
            await().atMost(LIMIT)
                    .until(() -> runs.get() > 0 && readers.stream().allMatch(ConcurrentHealthMonitorTest::isWaiting));
            release.countDown();
            for (Thread reader : readers) {
                reader.join(LIMIT.toMillis());
            }

            assertThat(readers).noneMatch(Thread::isAlive);
            assertThat(runs).hasValue(1);
            assertThat(monitor.snapshot().check("slow").status()).isEqualTo(HealthStatus.UP);
        }

        @Test
        void stopsWaitingAtItsLimit() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("slow", hanging(new AtomicInteger())).timeout(LIMIT)));

            HealthSnapshot snapshot = monitor.refresh(Duration.ofMillis(20));

            assertThat(snapshot.check("slow").status()).isEqualTo(HealthStatus.UNKNOWN);
            assertThatIllegalArgumentException().isThrownBy(() -> monitor.refresh(Duration.ofMillis(-1)));
        }

        @Test
        void keepsTheInterruptOfWhoWaits() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("slow", hanging(new AtomicInteger())).timeout(LIMIT)));

            Thread.currentThread().interrupt();
            monitor.refresh(LIMIT);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    final class Registering {
        @Test
        void recoversAtOnceWhenAFailingCheckIsRemoved() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS));
            Registration registration = monitor.register(
                    CheckSpec.of("db", () -> HealthResult.down("X-1", "away")).required());
            boolean before = monitor.refresh(LIMIT).isReady();

            registration.close();
            registration.close();

            assertThat(before).isFalse();
            assertThat(monitor.snapshot().isReady()).isTrue();
            assertThat(monitor.snapshot().checks()).isEmpty();
        }

        @Test
        void doesNotTakeAwayWhatTookItsName() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS));
            Registration old = monitor.register(up("db"));
            old.close();
            monitor.register(up("db"));

            old.close();

            assertThat(monitor.snapshot().checks()).containsKey("db");
        }

        @Test
        void takesAllChecksOfASourceOrNone() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS).watch(source(up("a"))));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> monitor.watch(source(up("b"), up("a"))))
                    .withMessageContaining("'a'");
            assertThat(monitor.snapshot().checks()).containsOnlyKeys("a");
            monitor.watch(source(up("b"), up("c"))).close();
            assertThat(monitor.snapshot().checks()).containsOnlyKeys("a");
        }

        @Test
        void refusesCyclesAndNamesTwiceAlreadyWhenItIsBuilt() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HealthMonitor.builder(SETTINGS)
                            .check(up("a"))
                            .check(up("a"))
                            .build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HealthMonitor.builder(SETTINGS)
                            .check(up("a").dependsOn("b"))
                            .check(up("b").dependsOn("a"))
                            .build())
                    .withMessageContaining("a -> b -> a");
        }

        @Test
        void refusesADependencyThatIsNotThereWhenItIsBuilt() {
            HealthSettings disabled = HealthSettings.builder().enabled(false).build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HealthMonitor.builder(SETTINGS)
                            .check(up("a").dependsOn("b"))
                            .build())
                    .withMessageContaining("'b'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HealthMonitor.builder(disabled)
                            .check(up("a").dependsOn("b"))
                            .build());
        }

        @Test
        void takesNothingOnceItIsClosed() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS).check(up("a").required()));
            monitor.refresh(LIMIT);

            monitor.close();

            assertThatIllegalStateException().isThrownBy(() -> monitor.register(up("b")));
            assertThat(monitor.snapshot().stale()).isTrue();
            assertThat(monitor.refresh(Duration.ZERO).isReady()).isFalse();
        }

        @Test
        void runsAStartupProbeOnlyUntilItPasses() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("warm", counting(runs))
                            .probe(Probe.STARTUP)
                            .interval(Duration.ofMillis(1))
                            .timeout(LIMIT))
                    .check(CheckSpec.of("other", HealthResult::up).interval(Duration.ofMillis(1))));

            monitor.refresh(LIMIT);
            monitor.refresh(LIMIT);

            assertThat(runs).hasValue(1);
            assertThat(monitor.snapshot().check("warm").status()).isEqualTo(HealthStatus.UP);
        }
    }

    @Nested
    final class Failing {
        @Test
        void saysThatAnExecutorRefuses() {
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .executor(task -> {
                        throw new RejectedExecutionException("full");
                    })
                    .check(up("a").required()));

            HealthSnapshot snapshot = monitor.refresh(LIMIT);

            assertThat(snapshot.check("a").code()).isEqualTo(HealthCode.NOT_RUN.id());
            assertThat(snapshot.isReady()).isFalse();
            assertThat(figures(monitor)).containsEntry("renum.health.check", 0.0);
            assertThat(figures(monitor).get("renum.health.check.failures")).isPositive();
        }

        @Test
        void runsNoCheckTwiceAtOnceWhereAnExecutorTakesItUpAndThrows() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .executor(task -> {
                        new Thread(task).start();
                        await().atMost(LIMIT).until(() -> runs.get() > 0);
                        throw new RejectedExecutionException("after all");
                    })
                    .check(CheckSpec.of("a", hanging(runs))
                            .interval(Duration.ofMillis(1))
                            .timeout(LIMIT)));

            HealthSnapshot snapshot = monitor.refresh(Duration.ofMillis(300));

            assertThat(runs).hasValue(1);
            assertThat(snapshot.check("a").code()).isEqualTo(HealthCode.NO_RESULT_YET.id());
        }

        @Test
        void runsChecksOnAGivenExecutor() {
            ExecutorService executor = Executors.newSingleThreadExecutor();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .executor(executor)
                    .check(CheckSpec.of(
                                    "a",
                                    () -> HealthResult.up()
                                            .withDetail(
                                                    "thread",
                                                    Thread.currentThread().getName()))
                            .timeout(LIMIT)));

            HealthSnapshot snapshot = monitor.refresh(LIMIT);
            monitor.close();

            assertThat(snapshot.check("a").result().details().get("thread")).startsWith("pool-");
            assertThat(executor.isShutdown()).isFalse();
            executor.shutdown();
        }

        @Test
        void turnsStaleWhenTheSchedulerCannotGoOn() {
            AtomicBoolean broken = new AtomicBoolean();
            Ticker ticker = () -> {
                if (broken.get() && isScheduler()) {
                    throw new LinkageError("no clock");
                }
                return System.nanoTime();
            };
            HealthMonitor monitor = open(HealthMonitor.builder(HealthSettings.builder()
                            .staleAfter(Duration.ofSeconds(1))
                            .build())
                    .ticker(ticker)
                    .check(up("a").required())
                    .check(up("heap").probe(Probe.LIVENESS)));
            await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());

            broken.set(true);
            await().atMost(LIMIT).until(() -> monitor.snapshot().stale());
            HealthSnapshot stale = monitor.snapshot();
            broken.set(false);

            assertThat(stale.isReady()).isFalse();
            assertThat(stale.isAlive()).isTrue();
            await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());
        }

        @Test
        void runsAlthoughTheFirstStepsOfTheSchedulerFailed() {
            AtomicInteger failures = new AtomicInteger();
            Ticker ticker = () -> {
                if (isScheduler() && failures.getAndIncrement() == 0) {
                    throw new LinkageError("no clock yet");
                }
                return System.nanoTime();
            };

            HealthMonitor monitor =
                    open(HealthMonitor.builder(SETTINGS).ticker(ticker).check(up("a").required()));

            await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());
        }

        @Test
        void doesNotTakeALeapOfTheClockForATimeout() {
            AtomicInteger runs = new AtomicInteger();
            Leap leap = new Leap();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .ticker(leap)
                    .check(CheckSpec.of("slow", hanging(runs)).required()));
            await().atMost(LIMIT).until(() -> runs.get() == 1);

            leap.reader.set(monitor);
            await().atMost(LIMIT)
                    .until(() -> leap.stale.get() != null && !monitor.snapshot().stale());

            assertThat(leap.stale.get()).isTrue();
            assertThat(monitor.snapshot().check("slow").code()).isEqualTo(HealthCode.NO_RESULT_YET.id());
        }

        private static boolean isScheduler() {
            return Thread.currentThread().getName().equals("renum-health-scheduler");
        }

        /** Leaps ten minutes as the scheduler comes back from its pause, and keeps what the reader sees then. */
        private static final class Leap implements Ticker {
            private final FakeTicker ticker = new FakeTicker();
            private final AtomicReference<@Nullable HealthMonitor> reader = new AtomicReference<>();
            private final AtomicReference<@Nullable Boolean> stale = new AtomicReference<>();

            @Override
            public long read() {
                HealthMonitor monitor = isScheduler() && isIn("step") ? reader.getAndSet(null) : null;
                if (monitor != null) {
                    ticker.advance(Duration.ofMinutes(10));
                    stale.set(monitor.snapshot().stale());
                }
                return ticker.read();
            }

            private static boolean isIn(String method) {
                return StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getMethodName().equals(method)));
            }
        }
    }

    @Test
    void measuresItself() {
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                .check(CheckSpec.of("db", () -> HealthResult.down("X-1", "away"))
                        .timeout(LIMIT)));
        monitor.refresh(LIMIT);
        monitor.requests().end(monitor.requests().begin(), "GET", "/", 200);

        Map<String, Double> figures = figures(monitor);

        assertThat(figures)
                .containsEntry("renum.health.status", 5.0)
                .containsEntry("http.server.requests", 1.0)
                .containsEntry("renum.health.check.timeouts", 0.0);
        assertThat(figures.get("renum.health.check.failures")).isPositive();
        assertThat(figures.get("renum.health.check")).isPositive();
        assertThat(monitor.checks()).isEmpty();
        assertThat(monitor.settings()).isEqualTo(SETTINGS);
    }

    @Test
    void leavesNoThreadBehind() {
        for (int i = 0; i < 1_000; i++) {
            HealthMonitor monitor =
                    HealthMonitor.builder(SETTINGS).check(up("a")).build();
            monitor.close();
        }

        await().atMost(LIMIT)
                .until(() -> threads("renum-health-scheduler").findAny().isEmpty());
    }

    private HealthMonitor open(HealthMonitor.Builder builder) {
        HealthMonitor monitor = builder.build();
        opened.add(monitor);
        return monitor;
    }

    /** Hangs, whatever interrupts it, until the test releases it. */
    private HealthCheck hanging(AtomicInteger runs) {
        return () -> {
            runs.incrementAndGet();
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.onSpinWait();
                }
            }
            return HealthResult.up();
        };
    }

    private static HealthCheck counting(AtomicInteger runs) {
        return () -> {
            runs.incrementAndGet();
            return HealthResult.up();
        };
    }

    private static CheckSpec up(String name) {
        return CheckSpec.of(name, HealthResult::up).timeout(LIMIT);
    }

    private static Monitored source(CheckSpec... checks) {
        return new Monitored() {
            @Override
            public List<CheckSpec> checks() {
                return List.of(checks);
            }

            @Override
            public void measure(MetricSink sink) {}
        };
    }

    private static Stream<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().equals(name));
    }

    /** Whether it waits for a limited time, as a lock does not. */
    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static Map<String, Double> figures(Monitored source) {
        Map<String, Double> figures = new HashMap<>();
        source.measure(new MetricSink() {
            @Override
            public void gauge(Metric metric, double value, String... tags) {
                figures.merge(metric.name(), value, Double::sum);
            }

            @Override
            public void counter(Metric metric, double total, String... tags) {
                figures.merge(metric.name(), total, Double::sum);
            }

            @Override
            public void timer(Metric metric, long count, long totalNanos, String... tags) {
                figures.merge(metric.name(), (double) count, Double::sum);
            }
        });
        return figures;
    }
}
