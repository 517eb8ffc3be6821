package dev.renum.health.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MailboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Queue<String> read = new ConcurrentLinkedQueue<>();
    private final ThreadFactory daemons = task -> {
        Thread thread = new Thread(task, "renum-test-reader");
        thread.setDaemon(true);
        return thread;
    };

    @Test
    void keepsWhatWaitsUntilAThreadCanBeHad() {
        AtomicInteger refusals = new AtomicInteger(2);
        Mailbox<String> mailbox = new Mailbox<>(read::add, failure -> {}, task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return daemons.newThread(task);
        });

        boolean droppedFirst = mailbox.offer("a");
        boolean droppedSecond = mailbox.offer("b");
        mailbox.resume();

        await().atMost(LIMIT).until(() -> read.size() == 2);
        assertThat(read).containsExactly("a", "b");
        assertThat(droppedFirst || droppedSecond).isFalse();
    }

    @Test
    void readsOnWhereNobodyCanBeToldOfAFailure() {
        Mailbox<String> mailbox = new Mailbox<>(
                next -> {
                    read.add(next);
                    throw new IllegalStateException(next);
                },
                failure -> {
                    throw new OutOfMemoryError("no line left");
                },
                daemons);

        mailbox.offer("a");
        mailbox.offer("b");

        await().atMost(LIMIT).until(() -> read.size() == 2);
    }

    @Test
    void hasNoThreadWhereNothingWaits() {
        AtomicInteger threads = new AtomicInteger();
        Mailbox<String> mailbox = new Mailbox<>(read::add, failure -> {}, task -> {
            threads.incrementAndGet();
            return daemons.newThread(task);
        });

        mailbox.resume();
        mailbox.interrupt();
        mailbox.close();
        mailbox.offer("too late");

        assertThat(threads).hasValue(0);
        assertThat(read).isEmpty();
    }
}
