package dev.renum.health.alert;

import static dev.renum.health.alert.Hasty.alert;
import static dev.renum.health.alert.Hasty.notifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.core.Ticker;
import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.SubstituteLogger;

final class OutboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pace HASTE = Hasty.PACE.attemptLimit(Duration.ofMillis(50));

    private static final RandomGenerator RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    private final Queue<Notification> received = new ConcurrentLinkedQueue<>();
    private final List<Outbox> open = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        for (Outbox outbox : open) {
            outbox.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));
        }
    }

    @Test
    void groupsAStorm() {
        Pace pace = new Pace(
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                HASTE.backoff(),
                Duration.ofDays(1));
        Outbox outbox = outbox(pace, delivering("page"));

        IntStream.range(0, 500).forEach(i -> outbox.offer(List.of(alert("a" + i, Severity.ERROR)), List.of()));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(ids(Kind.FIRING)).hasSize(500));
        assertThat(received).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void doesNotLetACriticalOneWait() {
        Pace pace = new Pace(
                Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(5), HASTE.backoff(), Duration.ofDays(1));
        Outbox outbox = outbox(pace, delivering("page"));

        outbox.offer(List.of(alert("minor", Severity.WARNING)), List.of());
        outbox.offer(List.of(alert("major", Severity.CRITICAL)), List.of());

        await().atMost(LIMIT).untilAsserted(() -> assertThat(received).hasSize(1));
        assertThat(received.element().alerts()).extracting(Alert::id).containsExactly("major", "minor");
        assertThat(received.element().title()).isEqualTo("2 alerts are firing, major among them");
    }

    @Test
    void triesTheNextChannelAndResolvesThereToo() {
        Pace pace = new Pace(
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(5),
                HASTE.backoff(),
                Duration.ofMillis(50));
        Outbox outbox = outbox(pace, notifier("away", it -> new Delivery.Postponed("503", null)), delivering("next"));
        Alert alert = alert("a", Severity.ERROR);

        outbox.offer(List.of(alert), List.of());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(received).hasSize(1));
        outbox.offer(List.of(), List.of(alert));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(received).hasSize(2));

        assertThat(received).extracting(Notification::kind).containsExactly(Kind.FIRING, Kind.RESOLVED);
    }

    @Test
    void givesUpOnlyWhereEveryChannelRefuses() {
        Outbox outbox = outbox(HASTE, notifier("wrong", it -> new Delivery.Refused("404")));
        Alert alert = alert("a", Severity.ERROR);

        outbox.offer(List.of(alert), List.of());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(outbox.dropped()).isEqualTo(1));
        outbox.offer(List.of(), List.of(alert));

        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.channels().get(0).trouble()).isEqualTo("refused: 404");
        assertThat(outbox.loss()).isEqualTo("lost, every channel of the route gave up: a is firing: is high");
    }

    @Test
    void goesOnThoughNobodyCanReadWhatANotifierThrows() {
        AtomicInteger attempts = new AtomicInteger();
        Outbox outbox = outbox(HASTE, notifier("page", it -> {
            if (attempts.getAndIncrement() == 0) {
                throw new IllegalStateException("x") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no words");
                    }
                };
            }
            return new Delivery.Delivered();
        }));

        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());

        await().atMost(LIMIT).until(() -> outbox.channels().get(0).delivered() == 1);
        assertThat(outbox.channels().get(0).failed()).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        AtomicInteger attempts = new AtomicInteger();
        long[] at = new long[2];
        Ticker ticker = Ticker.system();
        Outbox outbox = outbox(HASTE, notifier("busy", it -> {
            int attempt = attempts.getAndIncrement();
            at[attempt] = ticker.read();
            return attempt == 0 ? new Delivery.Postponed("429", Duration.ofMillis(300)) : new Delivery.Delivered();
        }));

        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());

        await().atMost(LIMIT).until(() -> outbox.channels().get(0).delivered() == 1);
        assertThat(Duration.ofNanos(at[1] - at[0])).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void triesAgainThoughNobodyCanSayWhatTheNotifierThrew() {
        AtomicInteger attempts = new AtomicInteger();
        Outbox outbox = outbox(HASTE, notifier("page", it -> {
            if (attempts.incrementAndGet() < 3) {
                throw new Unspeakable();
            }
            return new Delivery.Delivered();
        }));

        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());

        await().atMost(LIMIT).until(() -> outbox.channels().get(0).delivered() == 1);
        assertThat(outbox.channels().get(0).failed()).isEqualTo(2);
    }

    private static final class Unspeakable extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }

    @Test
    void keepsTheSameIdForEveryAttempt() {
        AtomicInteger attempts = new AtomicInteger();
        Outbox outbox = outbox(HASTE, notifier("page", it -> {
            received.add(it);
            return attempts.incrementAndGet() < 4 ? new Delivery.Postponed("reset", null) : new Delivery.Delivered();
        }));

        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());

        await().atMost(LIMIT).untilAsserted(() -> assertThat(received).hasSize(4));
        assertThat(received.stream().map(Notification::id).distinct()).hasSize(1);
    }

    @Test
    void endsThoughANotifierIgnoresItsInterrupt() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Outbox outbox = outbox(HASTE, notifier("hangs", it -> {
            hanging.countDown();
            awaitUninterruptibly(released);
            return new Delivery.Delivered();
        }));
        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());
        hanging.await();

        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(Duration.ofMillis(200)));

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("renum-health-outbox-hangs"));
        released.countDown();
    }

    @Test
    void letsANotifierGiveBackWhatItHoldsOnTheThreadThatSends() throws InterruptedException {
        Queue<String> closers = new ConcurrentLinkedQueue<>();
        Notifier broken = closing("broken", () -> {
            closers.add(Thread.currentThread().getName());
            throw new IllegalStateException("stays open");
        });
        Outbox outbox = outbox(
                HASTE,
                broken,
                closing("next", () -> closers.add(Thread.currentThread().getName())));

        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));
        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));

        assertThat(closers).containsExactlyInAnyOrder("renum-health-channel-broken", "renum-health-channel-next");
    }

    @Test
    void countsAndSaysWhatIsLostByItsEnd() throws InterruptedException {
        Queue<SubstituteLoggingEvent> logged = new ConcurrentLinkedQueue<>();
        AlertLog log = new AlertLog(new SubstituteLogger("alerts", logged, false));
        CountDownLatch hanging = new CountDownLatch(1);
        Notifier hangs = notifier("hangs", it -> {
            hanging.countDown();
            new CountDownLatch(1).await();
            return new Delivery.Delivered();
        });
        Outbox outbox =
                started(new Outbox(List.of(hangs), new Wording("shop"), Hasty.PACE, Ticker.system(), RANDOM, log));
        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());
        hanging.await();
        outbox.offer(List.of(alert("b", Severity.ERROR), alert("c", Severity.ERROR)), List.of());

        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));
        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));

        assertThat(outbox.dropped()).isEqualTo(3);
        assertThat(outbox.waiting()).isZero();
        assertThat(logged)
                .extracting(event -> event.getMessage() + Arrays.toString(event.getArgumentArray()))
                .containsExactly(
                        "route=hangs route {} is closed, {} alerts or ends of alerts that waited are lost[hangs, 3]");
    }

    @Test
    void writesNoSecretToTheLog() throws InterruptedException {
        Queue<SubstituteLoggingEvent> logged = new ConcurrentLinkedQueue<>();
        AtomicInteger attempts = new AtomicInteger();
        Notifier leaking = notifier("page", it -> switch (attempts.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("token=5ecret https://ada:5ecret@host");
            case 2 -> new Delivery.Delivered();
            default -> new Delivery.Refused("password=5ecret");
        });
        Notifier open = closing("open", () -> {
            throw new IllegalStateException("token=5ecret");
        });
        AlertLog log = new AlertLog(new SubstituteLogger("alerts", logged, false));
        Outbox outbox = started(new Outbox(List.of(leaking), new Wording("shop"), HASTE, Ticker.system(), RANDOM, log));
        Outbox other = started(new Outbox(List.of(open), new Wording("shop"), HASTE, Ticker.system(), RANDOM, log));

        outbox.offer(List.of(alert("a", Severity.ERROR)), List.of());
        await().atMost(LIMIT).until(() -> outbox.channels().get(0).delivered() == 1);
        outbox.offer(List.of(alert("b", Severity.ERROR)), List.of());
        await().atMost(LIMIT).until(() -> outbox.dropped() == 1);
        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));
        other.close(Deadline.after(Duration.ZERO), Deadline.after(LIMIT));
        log.close(Deadline.after(LIMIT));

        String lines = logged.stream()
                .map(event -> event.getMessage() + Arrays.toString(event.getArgumentArray()) + event.getThrowable())
                .collect(Collectors.joining());
        assertThat(lines)
                .contains("does not take", "takes notifications again", "is lost", "is not closed", "****")
                .doesNotContain("5ecret");
    }

    @Test
    void waitsNoLongerThanItsDeadlineForANotifierThatDoesNotEnd() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Outbox outbox = outbox(HASTE, closing("hangs", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }));

        long begun = Ticker.system().read();
        outbox.close(Deadline.after(Duration.ZERO), Deadline.after(Duration.ofMillis(100)));

        assertThat(Duration.ofNanos(Ticker.system().read() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(interrupted.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static Notifier closing(String name, Runnable closing) {
        return new Notifier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Delivery send(Notification notification, Deadline deadline) {
                return new Delivery.Delivered();
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }

    private Outbox outbox(Pace pace, Notifier... notifiers) {
        AlertLog log = new AlertLog(NOPLogger.NOP_LOGGER);
        return started(new Outbox(List.of(notifiers), new Wording("shop"), pace, Ticker.system(), RANDOM, log));
    }

    private Outbox started(Outbox outbox) {
        outbox.start();
        open.add(outbox);
        return outbox;
    }

    private Notifier delivering(String name) {
        return notifier(name, notification -> {
            received.add(notification);
            return new Delivery.Delivered();
        });
    }

    private List<String> ids(Kind kind) {
        return received.stream()
                .filter(notification -> notification.kind() == kind)
                .flatMap(notification -> notification.alerts().stream())
                .map(Alert::id)
                .toList();
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
