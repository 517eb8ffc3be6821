package dev.renum.health.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

final class BackgroundLogTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final BackgroundLog log = BackgroundLog.of(NOPLogger.NOP_LOGGER);
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        log.close(Deadline.after(LIMIT));
    }

    @Test
    void writesInOrderOnAThreadOfItsOwnAndAllOfItBeforeItIsClosed() {
        log.write(to -> written.add(Thread.currentThread().getName()));
        log.write(to -> written.add("second"));
        log.write(to -> written.add("third"));

        log.close(Deadline.after(LIMIT));
        log.write(to -> written.add("too late"));

        assertThat(written).containsExactly("renum-health-log", "second", "third");
        assertThat(log.dropped()).isZero();
    }

    @Test
    void dropsTheOldestAndCountsThemWhileItsAppenderBlocks() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        log.write(to -> {
            blocked.countDown();
            awaitRelease();
        });
        blocked.await();

        IntStream.range(0, 1_010).forEach(number -> log.write(to -> written.add("line " + number)));

        assertThat(log.dropped()).isEqualTo(10);
        release.countDown();
        await().atMost(LIMIT).until(() -> written.size() == 1_000);
        assertThat(written).startsWith("line 10").endsWith("line 1009");
    }

    @Test
    void isClosedAtItsDeadlineAlthoughItsAppenderBlocks() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        log.write(to -> {
            blocked.countDown();
            awaitRelease();
        });
        blocked.await();
        long begun = System.nanoTime();

        log.close(Deadline.after(Duration.ofMillis(50)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void goesOnAndCountsALineThatFails() {
        log.write(to -> {
            throw new IllegalStateException("the log is full");
        });
        log.write(to -> written.add("next"));

        log.close(Deadline.after(LIMIT));

        assertThat(written).containsExactly("next");
        assertThat(log.dropped()).isEqualTo(1);
    }

    @Test
    void keepsTheInterruptOfWhoClosesIt() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        log.write(to -> {
            blocked.countDown();
            awaitRelease();
        });
        blocked.await();

        Thread.currentThread().interrupt();
        log.close(Deadline.after(LIMIT));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void mayBeClosedByWhatItWrites() {
        log.write(to -> {
            log.close(Deadline.after(LIMIT));
            written.add("closed");
        });

        await().atMost(LIMIT).until(() -> List.copyOf(written).equals(List.of("closed")));
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
