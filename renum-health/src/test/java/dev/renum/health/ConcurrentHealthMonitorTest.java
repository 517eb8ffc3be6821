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
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.core.health.Probe;
import dev.renum.testkit.FakeTicker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
            assertThat(Figures.of(monitor)).containsEntry("renum.health.check", 0.0);
            assertThat(Figures.of(monitor).get("renum.health.check.failures")).isPositive();
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

        Map<String, Double> figures = Figures.of(monitor);

        assertThat(figures)
                .containsEntry("renum.health.status", 5.0)
                .containsEntry("http.server.requests", 1.0)
                .containsEntry("renum.health.check.timeouts", 0.0);
        assertThat(figures.get("renum.health.check.failures")).isPositive();
        assertThat(figures.get("renum.health.check")).isPositive();
        assertThat(monitor.checks()).isEmpty();
        assertThat(monitor.settings()).isEqualTo(SETTINGS);
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
}
