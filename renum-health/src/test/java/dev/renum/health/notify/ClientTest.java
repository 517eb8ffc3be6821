package dev.renum.health.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.health.alert.Delivery;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Delivery.Postponed;
import dev.renum.health.alert.Notifier;
import dev.renum.health.notify.HttpReceiver.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What notifiers over HTTP hold, and how they let go of it. */
final class ClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Since then a client can be told to end; before, it does when it is collected. */
    private static final int CLOSES = 21;

    private final Set<Thread> ofOthers = Set.copyOf(Thread.getAllStackTraces().keySet());
    private final HttpReceiver receiver = new HttpReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void endsItsThreadsWhenItIsClosed() throws Exception {
        for (int i = 0; i < 100; i++) {
            Notifier notifier = i % 2 == 0 ? slack() : webhook();
            assertThat(send(notifier)).isEqualTo(new Delivered());
            notifier.close();
        }

        await().atMost(LIMIT).untilAsserted(() -> {
            if (Runtime.version().feature() < CLOSES) {
                System.gc();
            }
            assertThat(ours()).isZero();
        });
    }

    @Test
    void sendsAgainThoughItWasClosed() throws Exception {
        Notifier notifier = webhook();
        send(notifier);
        notifier.close();

        Delivery delivery = send(notifier);
        notifier.close();
        notifier.close();

        assertThat(delivery).isEqualTo(new Delivered());
    }

    @Test
    void postponesWhatIsUnderWayWhileItIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        receiver.answers(it -> {
            asked.countDown();
            released.await();
            return new Answer(200, "");
        });
        Notifier notifier = webhook();
        Thread closer = new Thread(() -> {
            try {
                asked.await();
                notifier.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closer.start();

        Delivery delivery = notifier.send(Notifications.firing("x"), Deadline.after(Duration.ofSeconds(2)));
        released.countDown();
        closer.join();

        assertThat(delivery).isInstanceOf(Postponed.class);
    }

    @Test
    void letsNoMoreWaitThanItCanHoldWhileNamesAreNotResolved() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        Client client = Client.open(Duration.ofSeconds(1), "hung-threads");
        HttpPost post = new HttpPost(receiver.url("/"), null, Duration.ofSeconds(1), () -> client);
        try {
            int taken = hang(client, released);
            Delivery delivery = post.send(new byte[0], Map.of(), Deadline.after(LIMIT));

            assertThat(taken).isEqualTo(102);
            assertThat(delivery).isEqualTo(new Postponed("earlier attempts still hang, or it is closed", null));
        } finally {
            released.countDown();
            post.close();
        }
    }

    private static int hang(Client client, CountDownLatch released) {
        int taken = 0;
        try {
            while (taken < 1_000) {
                client.threads().execute(() -> hang(released));
                taken++;
            }
        } catch (RejectedExecutionException e) {
            // That is what it is filled for.
        }
        return taken;
    }

    private static void hang(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Notifier slack() {
        return SlackNotifier.of(
                SlackSettings.builder().url(receiver.url("/slack")).build());
    }

    private Notifier webhook() {
        return WebhookNotifier.of(
                WebhookSettings.builder().url(receiver.url("/hook")).build());
    }

    private static Delivery send(Notifier notifier) throws Exception {
        return notifier.send(Notifications.firing("x"), Deadline.after(LIMIT));
    }

    private long ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !ofOthers.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("renum-health-http") || name.startsWith("HttpClient"))
                .count();
    }
}
