package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.background.BackgroundLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

final class HealthListenersTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final HealthListeners listeners = new HealthListeners(failures::add);
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void hearOfEveryChangeOnceAndInOrder() {
        listeners.add(this::hear);

        IntStream.range(0, 500).forEach(number -> tell(number));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).hasSize(500));
        assertThat(heard)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(Integer::toString).toList());
        assertThat(listeners.missed()).isZero();
    }

    @Test
    void areNotDelayedByOneThatBlocksAndItMissesOnlyTheOldest() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Queue<String> late = new ConcurrentLinkedQueue<>();
        listeners.add(change -> {
            blocked.countDown();
            released.await();
            late.add(String.valueOf(change.check()));
        });
        listeners.add(this::hear);
        tell(0);
        blocked.await();

        IntStream.rangeClosed(1, 900).forEach(number -> tell(number));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).hasSize(901));
        IntStream.rangeClosed(901, 1_010).forEach(number -> tell(number));

        assertThat(listeners.missed()).isEqualTo(10);
        released.countDown();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(late).hasSize(1_001));
        assertThat(late).startsWith("0", "11").endsWith("1010");
        assertThat(heard).hasSize(1_011);
    }

    @Test
    void hearAgainAfterTheyThrew() {
        listeners.add(change -> {
            hear(change);
            throw new StackOverflowError(change.check());
        });

        tell(1);
        tell(2);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(failures).hasSize(2));
        assertThat(heard).containsExactly("1", "2");
    }

    @Test
    void hearNothingOnceTheyAreClosed() {
        Registration registration = listeners.add(this::hear);
        registration.close();
        registration.close();

        tell(1);
        listeners.close(Deadline.after(LIMIT));
        listeners.add(this::hear);
        tell(2);

        assertThat(heard).isEmpty();
        assertThat(listeners.missed()).isZero();
    }

    @Test
    void endsACallThatHeedsItsInterrupt() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        listeners.add(change -> {
            thread.set(Thread.currentThread());
            blocked.countDown();
            new CountDownLatch(1).await();
        });
        tell(1);
        blocked.await();

        listeners.close(Deadline.after(LIMIT));

        assertThat(thread.get().isAlive()).isFalse();
        assertThat(failures).singleElement().isInstanceOf(InterruptedException.class);
    }

    @Test
    void hearOfAMonitorsChangesAndMayCloseIt() {
        AtomicReference<HealthResult> result = new AtomicReference<>(HealthResult.up());
        List<String> changes = new ArrayList<>();
        try (HealthMonitor health = HealthMonitor.builder(
                        HealthSettings.builder().build())
                .check(CheckSpec.of("bank", result::get).required())
                .build()) {
            health.refresh(LIMIT);
            CountDownLatch closed = new CountDownLatch(1);
            HealthMonitor same = health;
            health.onChange(change -> {
                changes.add(change.check() + " " + change.from() + " " + change.to());
                if (change.isOfSystem()) {
                    same.close();
                    closed.countDown();
                }
            });

            result.set(HealthResult.down("BANK-1", "is away"));
            health.refresh(LIMIT);

            await().atMost(LIMIT).until(() -> closed.getCount() == 0);
            assertThat(changes).containsExactly("bank UP DOWN", "null UP DOWN");
        }
    }

    @Test
    void hearLaterWhereNoThreadCouldBeHadForThem() {
        AtomicInteger refusals = new AtomicInteger(1);
        HealthListeners poor = new HealthListeners(failures::add, task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(task);
        });
        poor.add(this::hear);

        poor.tell(change(1), poor.present());
        poor.resume();

        await().atMost(LIMIT).until(() -> heard.contains("1"));
        assertThat(poor.missed()).isZero();
    }

    @Test
    void hearOfNothingThatHappenedBeforeTheyListened() {
        ChangeFeed feed = new ChangeFeed(BackgroundLog.of(NOPLogger.NOP_LOGGER));
        feed.add(List.of(change(1)));
        feed.listen(this::hear);
        feed.add(List.of(change(2)));

        feed.tell();

        await().atMost(LIMIT).until(() -> heard.contains("2"));
        assertThat(heard).containsExactly("2");
        assertThat(feed.recent()).hasSize(2);
        feed.close(Deadline.after(LIMIT));
    }

    @Test
    void areInterruptedWhereTheyBlockWhenTheirRegistrationIsClosed() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Registration registration = listeners.add(change -> {
            blocked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        tell(0);
        blocked.await();

        registration.close();

        assertThat(interrupted.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private void tell(int number) {
        listeners.tell(change(number), listeners.present());
    }

    private void hear(HealthChange change) {
        heard.add(String.valueOf(change.check()));
    }

    private static HealthChange change(int number) {
        return new HealthChange(Integer.toString(number), HealthStatus.UP, HealthStatus.DOWN, Instant.EPOCH, null);
    }
}
