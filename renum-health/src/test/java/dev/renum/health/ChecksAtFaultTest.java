package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.testkit.FakeTicker;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What checks may do to a monitor, and it must bear. */
@Timeout(120)
final class ChecksAtFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PROMPTLY = Duration.ofMillis(300);
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<HealthMonitor> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        release.countDown();
        opened.forEach(HealthMonitor::close);
    }

    @Nested
    final class Hung {
        private static final Duration TIMEOUT = Duration.ofMillis(200);

        @Test
        void keepsOneThreadHoweverOftenItIsDue() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("hung", hanging(runs, new AtomicLong()))
                            .interval(Duration.ofMillis(50))
                            .timeout(Duration.ofMillis(50))));

            await().atMost(LIMIT).until(() -> monitor.snapshot().check("hung").consecutiveFailures() >= 10);

            assertThat(runs).hasValue(1);
            assertThat(monitor.snapshot().check("hung").code()).isEqualTo(HealthCode.TIMEOUT.id());
        }

        /** Of five in a row the median counts, since any one may meet a pause of the machine. */
        @Test
        void isDownPromptlyAfterItsLimit() throws InterruptedException {
            BlockingQueue<Long> told = new LinkedBlockingQueue<>();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS));
            monitor.onChange(change -> {
                if (!change.isOfSystem()) {
                    told.add(System.nanoTime());
                }
            });
            List<Duration> delays = new ArrayList<>();

            for (int i = 0; i < 5; i++) {
                AtomicLong begun = new AtomicLong();
                monitor.register(CheckSpec.of("hung" + i, hanging(new AtomicInteger(), begun))
                        .timeout(TIMEOUT));
                delays.add(Duration.ofNanos(told.take() - begun.get()));
            }

            assertThat(delays.stream().sorted().toList().get(2)).isLessThan(TIMEOUT.plus(PROMPTLY));
        }

        @Test
        void leavesNineOthersOnTheirCadence() {
            List<AtomicInteger> others =
                    Stream.generate(AtomicInteger::new).limit(9).toList();
            HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("hung", hanging(new AtomicInteger(), new AtomicLong()))
                            .timeout(TIMEOUT));
            IntStream.range(0, 9)
                    .forEach(i -> builder.check(CheckSpec.of("other" + i, counting(others.get(i)))
                            .interval(Duration.ofMillis(100))
                            .timeout(LIMIT)));
            long begun = System.nanoTime();
            HealthMonitor monitor = open(builder);

            await().atMost(LIMIT).until(() -> others.stream().allMatch(runs -> runs.get() >= 15));
            Duration spent = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(spent).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
            assertThat(monitor.snapshot().checks().values())
                    .filteredOn(check -> check.status() == HealthStatus.UP)
                    .hasSize(9);
        }

        @Test
        void isNotUpByItsLateAnswerAndThenRunsAgain() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("hung", hanging(runs, new AtomicLong()))
                            .interval(Duration.ofDays(1))
                            .timeout(TIMEOUT)));
            await().atMost(LIMIT).until(() -> monitor.snapshot().check("hung").status() == HealthStatus.DOWN);

            release.countDown();
            await().atMost(LIMIT)
                    .until(() -> Figures.of(monitor).getOrDefault("renum.health.check.discarded", 0.0) >= 1.0);

            assertThat(monitor.snapshot().check("hung").status()).isEqualTo(HealthStatus.DOWN);
            assertThat(runs).hasValue(1);
            await().atMost(LIMIT)
                    .until(() -> monitor.refresh(LIMIT).check("hung").status() == HealthStatus.UP);
            assertThat(runs).hasValueGreaterThan(1);
        }

        @Test
        void leavesFortyOfFiftyAlone() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS);
            IntStream.range(0, 40)
                    .forEach(i -> builder.check(
                            CheckSpec.of("good" + i, counting(runs)).timeout(LIMIT)));
            IntStream.range(0, 10)
                    .forEach(i -> builder.check(CheckSpec.of("hung" + i, hanging(new AtomicInteger(), new AtomicLong()))
                            .timeout(TIMEOUT)));
            HealthMonitor monitor = open(builder);

            HealthSnapshot snapshot = monitor.refresh(LIMIT);

            assertThat(snapshot.checks().values())
                    .filteredOn(check -> check.status() == HealthStatus.UP)
                    .hasSize(40);
            assertThat(snapshot.rootCauses()).hasSize(10);
        }

        @Test
        void doesNotHoldUpTheEnd() {
            AtomicInteger runs = new AtomicInteger();
            HealthMonitor monitor =
                    open(HealthMonitor.builder(SETTINGS).check(CheckSpec.of("hung", hanging(runs, new AtomicLong()))));
            await().atMost(LIMIT).until(() -> runs.get() == 1);
            long begun = System.nanoTime();

            monitor.close();
            monitor.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void slowOnesAreUpAndNeverRunTwiceAtOnce() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        HealthCheck slow = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            release.await(30, TimeUnit.MILLISECONDS);
            now.decrementAndGet();
            runs.incrementAndGet();
            return HealthResult.up();
        };
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                .check(CheckSpec.of("slow", slow).interval(Duration.ofMillis(1)).timeout(LIMIT)));

        await().atMost(LIMIT).until(() -> {
            monitor.refresh(Duration.ZERO);
            return runs.get() >= 10;
        });

        assertThat(most).hasValue(1);
        assertThat(monitor.snapshot().check("slow").status()).isEqualTo(HealthStatus.UP);
    }

    @Test
    void whateverTheyThrowOrReturnTheyRunAgainAndTheOthersToo() {
        HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS).check(often("good", HealthResult::up));
        faults().forEach((name, fault) -> builder.check(often(name, fault)));
        HealthMonitor monitor = open(builder);

        await().atMost(LIMIT)
                .until(() -> monitor.snapshot().checks().values().stream()
                        .allMatch(check -> check.name().equals("good") || check.consecutiveFailures() >= 3));

        assertThat(monitor.snapshot().check("good").status()).isEqualTo(HealthStatus.UP);
        assertThat(monitor.snapshot().check("null").code()).isEqualTo(HealthCode.NO_RESULT.id());
        assertThat(monitor.snapshot().check("megabyte").result().details().get("big"))
                .hasSizeLessThan(1_100);
        assertThat(monitor.snapshot().checks().values())
                .filteredOn(check -> HealthCode.CHECK_FAILED.id().equals(check.code()))
                .hasSize(faults().size() - 2);
    }

    @SuppressWarnings("NullAway")
    private static Map<String, HealthCheck> faults() {
        Exception circle = new IllegalStateException("circle");
        circle.initCause(new IllegalStateException("other half", circle));
        Map<String, HealthCheck> faults = new LinkedHashMap<>();
        faults.put("null", () -> null);
        faults.put("megabyte", () -> HealthResult.down("X-1", "big").withDetail("big", "x".repeat(1 << 20)));
        Stream.of(
                        new IOException("checked"),
                        new IllegalStateException("unchecked"),
                        new InterruptedException("interrupt"),
                        new StackOverflowError("stack"),
                        new OutOfMemoryError("memory"),
                        new NoClassDefFoundError("class"),
                        new ExceptionInInitializerError("initializer"),
                        new AssertionError("assertion"),
                        new Throwable("neither"),
                        circle)
                .forEach(thrown -> faults.put(thrown.getClass().getSimpleName() + faults.size(), throwing(thrown)));
        return faults;
    }

    @Test
    void sixtyFourReadersOfASlowOneRunItOnce() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                .check(CheckSpec.of("slow", hanging(runs, new AtomicLong())).timeout(LIMIT)));
        List<Thread> readers = Stream.generate(() -> new Thread(() -> monitor.refresh(LIMIT)))
                .limit(64)
                .toList();

        readers.forEach(Thread::start);
        await().atMost(LIMIT).until(() -> runs.get() > 0 && readers.stream().allMatch(ChecksAtFaultTest::isWaiting));
        release.countDown();
        for (Thread reader : readers) {
            reader.join(LIMIT.toMillis());
        }

        assertThat(readers).noneMatch(Thread::isAlive);
        assertThat(runs).hasValue(1);
        assertThat(monitor.snapshot().check("slow").status()).isEqualTo(HealthStatus.UP);
    }

    @Test
    void flappingOnesStayUpAsLongAsTheyNeverFailThriceInARow() {
        AtomicInteger runs = new AtomicInteger();
        List<HealthChange> changes = new CopyOnWriteArrayList<>();
        HealthCheck flapping =
                () -> runs.incrementAndGet() % 10 >= 8 ? HealthResult.down("X-1", "for a moment") : HealthResult.up();
        HealthMonitor monitor = open(HealthMonitor.builder(SETTINGS)
                .check(CheckSpec.of("flapping", flapping)
                        .interval(Duration.ofMillis(1))
                        .timeout(LIMIT)
                        .failureThreshold(3)));
        monitor.refresh(LIMIT);
        monitor.onChange(changes::add);

        await().atMost(LIMIT).until(() -> runs.get() >= 100);

        assertThat(monitor.snapshot().check("flapping").status()).isEqualTo(HealthStatus.UP);
        assertThat(changes).isEmpty();
    }

    @Test
    void aClockThatGoesBackAnHourOrStoodStillForTenMinutesMakesNoStorm() {
        FakeTicker forward = new FakeTicker();
        AtomicLong back = new AtomicLong();
        AtomicInteger runs = new AtomicInteger();
        List<HealthChange> changes = new CopyOnWriteArrayList<>();
        HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS).ticker(() -> forward.read() - back.get());
        IntStream.range(0, 20)
                .forEach(i -> builder.check(
                        CheckSpec.of("check" + i, counting(runs)).required().interval(Duration.ofSeconds(5))));
        HealthMonitor monitor = open(builder);
        await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());
        monitor.onChange(changes::add);

        back.set(Duration.ofHours(1).toNanos());
        await().atMost(LIMIT).until(() -> advanced(forward, 1) && runs.get() >= 40);
        forward.advance(Duration.ofMinutes(10));
        await().atMost(LIMIT)
                .until(() -> advanced(forward, 0)
                        && runs.get() >= 60
                        && monitor.snapshot().isReady());

        assertThat(changes).isEmpty();
        assertThat(Figures.of(monitor))
                .containsEntry("renum.health.check.failures", 0.0)
                .containsEntry("renum.health.check.timeouts", 0.0);
    }

    private static boolean advanced(FakeTicker ticker, int seconds) {
        ticker.advance(Duration.ofSeconds(seconds));
        return true;
    }

    @Test
    void aThousandMonitorsOneAfterTheOtherLeaveNothing() {
        List<WeakReference<HealthMonitor>> closed = new ArrayList<>();
        Set<Thread> before = threads();
        for (int i = 0; i < 1_000; i++) {
            HealthMonitor monitor = HealthMonitor.builder(SETTINGS)
                    .check(CheckSpec.of("a", HealthResult::up))
                    .build();
            monitor.onChange(change -> {});
            monitor.refresh(LIMIT);
            monitor.close();
            closed.add(new WeakReference<>(monitor));
        }

        await().atMost(LIMIT).until(() -> before.containsAll(threads()));
        await().atMost(LIMIT).until(() -> {
            System.gc();
            return closed.stream().allMatch(monitor -> monitor.get() == null);
        });
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("renum-health-"))
                .collect(Collectors.toSet());
    }

    private HealthMonitor open(HealthMonitor.Builder builder) {
        HealthMonitor monitor = builder.build();
        opened.add(monitor);
        return monitor;
    }

    private static CheckSpec often(String name, HealthCheck check) {
        return CheckSpec.of(name, check).interval(Duration.ofMillis(20)).timeout(LIMIT);
    }

    /** Hangs, whatever interrupts it, until the test releases it. */
    private HealthCheck hanging(AtomicInteger runs, AtomicLong begun) {
        return () -> {
            begun.compareAndSet(0, System.nanoTime());
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

    private static HealthCheck throwing(Throwable thrown) {
        return () -> {
            throw ChecksAtFaultTest.<RuntimeException>sneaky(thrown);
        };
    }

    /** Lets any throwable through where only exceptions are declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    /** Whether it waits for a limited time, as a lock does not. */
    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }
}
