package dev.renum.health.alert;

import static dev.renum.health.alert.Hasty.alert;
import static dev.renum.health.alert.Hasty.notifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Delivery.Postponed;
import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

final class ChannelTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Notification NOTIFICATION =
            new Wording("shop").of(Kind.FIRING, List.of(alert("a", Severity.ERROR)));

    @Test
    void isFreeAsSoonAsAnAttemptHasEnded() throws InterruptedException {
        Channel channel = new Channel(notifier("page", it -> new Delivered()));

        for (int i = 0; i < 10_000; i++) {
            assertThat(channel.send(NOTIFICATION, Deadline.after(LIMIT))).isEqualTo(new Delivered());
        }

        assertThat(channel.failed()).isZero();
        channel.close(new AlertLog(NOPLogger.NOP_LOGGER));
    }

    @Test
    void beginsNoOtherAttemptWhileOneHangs() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        Channel channel = new Channel(notifier("page", it -> {
            attempts.incrementAndGet();
            awaitUninterruptibly(released);
            return new Delivered();
        }));

        Delivery first = channel.send(NOTIFICATION, Deadline.after(Duration.ofMillis(100)));
        Delivery second = channel.send(NOTIFICATION, Deadline.after(LIMIT));
        released.countDown();

        assertThat(first).isEqualTo(new Postponed("no answer in time", null));
        assertThat(second).isEqualTo(new Postponed("an earlier attempt still hangs", null));
        await().atMost(LIMIT)
                .until(() -> channel.send(NOTIFICATION, Deadline.after(LIMIT)).equals(new Delivered()));
        assertThat(attempts).hasValue(2);
        channel.close(new AlertLog(NOPLogger.NOP_LOGGER));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // That is what it is for.
            }
        }
    }
}
