package dev.renum.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.config.reload.TimedCalls.NoResult;
import dev.renum.core.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimedCallsTest {
    private static final Duration LIMIT = Duration.ofNanos(200_000);

    private final Threads threads = new Threads("participant");
    private final TimedCalls calls = new TimedCalls(threads);
    private final List<Integer> begun = new CopyOnWriteArrayList<>();
    private final List<Integer> inTime = new ArrayList<>();
    private final List<Integer> late = new CopyOnWriteArrayList<>();

    /** Calls that take about as long as they may, so that many a result comes just when nobody wants to wait any more. */
    @Test
    void loseNoResultAndGiveNoneTwiceForSeed7() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

        IntStream.range(0, 1_000).forEach(number -> call(number, random.nextLong(2 * LIMIT.toNanos())));
        threads.end(Deadline.after(Duration.ofSeconds(20)));

        List<Integer> all = new ArrayList<>(inTime);
        all.addAll(late);
        assertThat(all).containsExactlyInAnyOrderElementsOf(begun);
        assertThat(inTime).isNotEmpty();
        assertThat(late).isNotEmpty();
    }

    @Test
    void handOverWhatComesLateWithoutTheInterruptOfTheCall() throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        BlockingQueue<Boolean> interrupts = new LinkedBlockingQueue<>();
        Callable<Integer> slow = () -> {
            begin.countDown();
            return untilInterrupted();
        };

        assertThatExceptionOfType(NoResult.class)
                .isThrownBy(() -> calls.call(
                        slow,
                        () -> afterTheBegin(begin),
                        result -> interrupts.add(Thread.currentThread().isInterrupted())));

        assertThat(interrupts.poll(20, TimeUnit.SECONDS)).isFalse();
    }

    private static int untilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return 1;
    }

    private static Duration afterTheBegin(CountDownLatch begin) {
        try {
            begin.await();
            return Duration.ZERO;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void call(int number, long nanos) {
        try {
            inTime.add(calls.call(() -> returned(number, nanos), () -> LIMIT, late::add));
        } catch (NoResult e) {
            assertThat(e).hasMessageContaining("took longer than");
        }
    }

    /** Whatever interrupts it. */
    private int returned(int number, long nanos) {
        begun.add(number);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
        return number;
    }
}
