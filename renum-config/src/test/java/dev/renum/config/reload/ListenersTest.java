package dev.renum.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.config.report.ConfigChange;
import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListenersTest {
    private final Set<Thread> others = Resources.threads();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners(failures::add);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @AfterEach
    void tearDown() {
        release.countDown();
        listeners.close(Deadline.after(Duration.ofSeconds(20)));
    }

    @Test
    void tellsEveryChangeInOrder() {
        listeners.add(change -> heard.add(change.generation()));

        publish(1, 50);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(numbers(1, 50)));
        assertThat(listeners.dropped()).isZero();
    }

    @Test
    void goesOnAfterAListenerThatThrows() {
        listeners.add(change -> {
            heard.add(change.generation());
            throw new AssertionError("change " + change.generation());
        });

        publish(1, 3);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(numbers(1, 3)));
        await().untilAsserted(() -> assertThat(failures).hasSize(3));
    }

    @Test
    void letsNoBlockingListenerDelayAnother() {
        listeners.add(change -> block());
        listeners.add(change -> heard.add(change.generation()));

        publish(1, 10);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(numbers(1, 10)));
    }

    @Test
    void dropsTheOldestOfMoreThan64() throws InterruptedException {
        listeners.add(change -> {
            heard.add(change.generation());
            block();
        });
        publish(1, 1);
        begun.await();

        publish(2, 100);
        long dropped = listeners.dropped();
        release.countDown();

        assertThat(dropped).isEqualTo(99 - 64);
        await().untilAsserted(() -> assertThat(heard.subList(1, heard.size())).isEqualTo(numbers(37, 100)));
    }

    @Test
    void deliversNothingAfterTheRegistrationIsClosed() throws InterruptedException {
        Registration registration = listeners.add(change -> {
            heard.add(change.generation());
            block();
        });
        publish(1, 5);
        begun.await();

        registration.close();
        registration.close();
        publish(6, 6);
        release.countDown();

        awaitNoThread();
        assertThat(heard).containsExactly(1L);
        assertThat(failures).isEmpty();
    }

    @Test
    void interruptsABlockedListenerAtClose() throws InterruptedException {
        listeners.add(change -> block());
        publish(1, 5);
        begun.await();

        listeners.close(Deadline.after(Duration.ofSeconds(20)));

        awaitNoThread();
        assertThat(failures).singleElement().satisfies(it -> assertThat(it).hasMessage("interrupted"));
    }

    @Test
    void letsAListenerPublishAndCloseFromItsOwnThread() {
        listeners.add(change -> {
            heard.add(change.generation());
            if (change.generation() < 5) {
                publish(change.generation() + 1, change.generation() + 1);
            } else {
                listeners.close(Deadline.after(Duration.ofSeconds(20)));
            }
        });

        publish(1, 1);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(numbers(1, 5)));
        awaitNoThread();
    }

    @Test
    void tellsWithTheNextChangeWhatItHadNoThreadFor() {
        ScarceThreads scarce = new ScarceThreads();
        Listeners poor = new Listeners(failures::add, new Threads(scarce));
        poor.add(change -> heard.add(change.generation()));
        scarce.lack(1);
        poor.publish(new ConfigChange(1, List.of()));

        poor.publish(new ConfigChange(2, List.of()));

        await().untilAsserted(() -> assertThat(heard).isEqualTo(numbers(1, 2)));
        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void hasNoThreadWhileThereIsNothingToTell() {
        listeners.add(change -> heard.add(change.generation()));

        publish(1, 1);

        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        awaitNoThread();
    }

    private void publish(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(number -> listeners.publish(new ConfigChange(number, List.of())));
    }

    private void block() {
        begun.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private void awaitNoThread() {
        Resources.awaitOnly(others);
    }
}
