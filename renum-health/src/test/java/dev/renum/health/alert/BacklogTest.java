package dev.renum.health.alert;

import static dev.renum.health.alert.Hasty.alert;
import static dev.renum.health.alert.Hasty.notifier;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.Backoff;
import dev.renum.core.Severity;
import dev.renum.health.alert.Delivery.Delivered;
import dev.renum.health.alert.Delivery.Postponed;
import dev.renum.health.alert.Delivery.Refused;
import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.helpers.NOPLogger;

/** Time is a number here, and begins shortly before it overflows. */
final class BacklogTest {
    private static final Pace PACE = new Pace(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)),
            Duration.ofMinutes(5));

    private final List<Channel> channels = List.of(
            new Channel(notifier("first", it -> new Delivered())),
            new Channel(notifier("next", it -> new Delivered())));
    private long now = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();

    @AfterEach
    void close() {
        channels.forEach(channel -> channel.close(new AlertLog(NOPLogger.NOP_LOGGER)));
    }

    @Test
    void letsTheFirstAlertWaitForOthers() {
        Backlog backlog = backlog(1);

        offer(backlog, alert("a", Severity.ERROR));
        Message early = backlog.next(now);
        pass(Duration.ofSeconds(4));
        offer(backlog, alert("b", Severity.WARNING));
        pass(Duration.ofSeconds(1));
        Message together = backlog.next(now);

        assertThat(early).isNull();
        assertThat(ids(together)).containsExactly("a", "b");
        assertThat(backlog.waiting()).isEqualTo(2);
    }

    @Test
    void keepsMessagesApart() {
        Backlog backlog = backlog(1);
        offer(backlog, alert("a", Severity.ERROR));
        pass(Duration.ofSeconds(5));
        settle(backlog, new Delivered());

        offer(backlog, alert("b", Severity.ERROR));

        assertThat(Duration.ofNanos(backlog.dueIn(now))).isEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(59));
        assertThat(backlog.next(now)).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(ids(backlog.next(now))).containsExactly("b");
    }

    @Test
    void sendsWhatIsCriticalAtOnceAndAfterThatInGroups() {
        Backlog backlog = backlog(1);

        offer(backlog, alert("a", Severity.CRITICAL));
        assertThat(ids(backlog.next(now))).containsExactly("a");
        settle(backlog, new Delivered());
        offer(backlog, alert("b", Severity.CRITICAL));
        Message early = backlog.next(now);
        pass(Duration.ofSeconds(5));

        assertThat(early).isNull();
        assertThat(ids(backlog.next(now))).containsExactly("b");
    }

    @Test
    void makesFewMessagesOfAStorm() {
        Backlog backlog = backlog(1);
        int messages = 0;

        for (int second = 0; second < 60; second++) {
            int batch = second;
            IntStream.range(0, second < 50 ? 10 : 0)
                    .forEach(i -> offer(backlog, alert("a" + (batch * 10 + i), Severity.ERROR)));
            pass(Duration.ofSeconds(1));
            messages += deliverAll(backlog);
        }
        pass(Duration.ofMinutes(1));
        messages += deliverAll(backlog);

        assertThat(backlog.waiting()).isZero();
        assertThat(messages).isBetween(5, 10);
    }

    @Test
    void putsTheGravestIntoTheFirstMessage() {
        Backlog backlog = backlog(1);
        IntStream.range(0, 150).forEach(i -> offer(backlog, alert("a" + i, Severity.WARNING)));
        offer(backlog, alert("grave", Severity.ERROR));
        pass(Duration.ofSeconds(5));

        Message first = backlog.next(now);

        assertThat(ids(first)).hasSize(Backlog.MAX_TOGETHER).startsWith("grave");
    }

    @Test
    void doesNotLetOneMessageThatFailsHoldUpOthers() {
        Backlog backlog = backlog(1);
        offer(backlog, alert("poison", Severity.ERROR));
        pass(Duration.ofSeconds(5));
        settle(backlog, new Postponed("500", null));
        offer(backlog, alert("b", Severity.CRITICAL));
        pass(Duration.ofSeconds(5));

        Set<String> tried = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Message message = backlog.next(now);
            if (message != null) {
                tried.addAll(ids(message));
                backlog.settle(message, ids(message).contains("b") ? new Delivered() : new Postponed("500", null), now);
            }
        }

        assertThat(tried).contains("b");
    }

    @Test
    void waitsAsLongAsItIsAskedToButNoLongerThanAnHour() {
        Backlog backlog = backlog(1);
        offer(backlog, alert("a", Severity.CRITICAL));

        settle(backlog, new Postponed("429", Duration.ofMinutes(10)));
        assertThat(Duration.ofNanos(backlog.dueIn(now))).isEqualTo(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));
        settle(backlog, new Postponed("429", Duration.ofDays(365_000)));

        assertThat(Duration.ofNanos(backlog.dueIn(now))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesAPauseOfAChannelForAllItsMessages() {
        Backlog backlog = backlog(1);
        offer(backlog, alert("a", Severity.CRITICAL));
        settle(backlog, new Postponed("429", Duration.ofMinutes(10)));

        offer(backlog, alert("b", Severity.CRITICAL));
        pass(Duration.ofMinutes(9));

        assertThat(backlog.next(now)).isNull();
    }

    @Test
    void goesOnToTheNextChannelWhenTheTurnOfTheFirstIsOver() {
        Backlog backlog = backlog(2);
        offer(backlog, alert("a", Severity.CRITICAL));
        Message message = settle(backlog, new Postponed("503", Duration.ofMinutes(30)));
        assertThat(message.channel().name()).isEqualTo("first");

        assertThat(Duration.ofNanos(backlog.dueIn(now))).isEqualTo(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        Message next = settle(backlog, new Delivered());

        assertThat(next).isSameAs(message);
        assertThat(next.channel().name()).isEqualTo("next");
    }

    @Test
    void tellsOfTheEndWhereItHasToldOfTheBeginning() {
        Backlog backlog = backlog(2);
        offer(backlog, alert("a", Severity.CRITICAL));
        settle(backlog, new Refused("400"));
        settle(backlog, new Delivered());

        backlog.offer(List.of(), List.of(alert("a", Severity.CRITICAL)), now);
        pass(Duration.ofMinutes(1));
        Message end = backlog.next(now);

        assertThat(end).isNotNull();
        assertThat(end.notification().kind()).isEqualTo(Kind.RESOLVED);
        assertThat(end.channel().name()).isEqualTo("next");
    }

    @Test
    void losesOnlyWhatEveryChannelRefuses() {
        Backlog backlog = backlog(2);
        offer(backlog, alert("a", Severity.CRITICAL));

        settle(backlog, new Refused("400"));
        settle(backlog, new Postponed("503", null));
        pass(Duration.ofMinutes(10));
        Message again = settle(backlog, new Refused("413"));

        assertThat(again.channel().name()).isEqualTo("next");
        assertThat(backlog.dropped()).isEqualTo(1);
        assertThat(backlog.waiting()).isZero();
        backlog.offer(List.of(), List.of(alert("a", Severity.CRITICAL)), now);
        pass(Duration.ofMinutes(5));
        assertThat(backlog.next(now)).as("end of what nobody has heard of").isNull();
    }

    @Test
    void keepsTenThousandAlertsAndCountsTheRest() {
        Backlog backlog = backlog(1);

        backlog.offer(
                IntStream.range(0, Backlog.MAX_ALERTS + 3)
                        .mapToObj(i -> alert("a" + i, Severity.WARNING))
                        .toList(),
                List.of(),
                now);

        assertThat(backlog.waiting()).isEqualTo(Backlog.MAX_ALERTS);
        assertThat(backlog.dropped()).isEqualTo(3);
    }

    @Test
    void triesEverythingOnceMoreWhenThereIsNoLater() {
        Backlog backlog = backlog(1);
        offer(backlog, alert("a", Severity.WARNING));

        backlog.hurry();
        boolean isAlive = backlog.settle(requireNonNull(backlog.next(now)), new Postponed("503", null), now);

        assertThat(isAlive).isFalse();
        assertThat(backlog.next(now)).isNull();
        assertThat(backlog.dropped()).isEqualTo(1);
    }

    /** Fifty alerts waver while three of four attempts fail, some of them after the receiver has taken the message. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void losesNothingAndEndsNothingThatHasNotBegun(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Backlog backlog = backlog(2);
        Map<String, Boolean> truth = new HashMap<>();
        Receiver receiver = new Receiver();

        for (int step = 0; step < 20_000; step++) {
            waver(backlog, random, truth);
            pass(Duration.ofMillis(random.nextInt(2_000)));
            Message message = backlog.next(now);
            if (message != null) {
                attempt(backlog, message, random, receiver);
            }
        }
        drain(backlog, receiver);

        assertThat(receiver.faults).isEmpty();
        assertThat(receiver.failures).isGreaterThan(1_000);
        assertThat(receiver.firing.keySet()).isEqualTo(truth.keySet());
        assertThat(receiver.firing).isEqualTo(truth);
        assertThat(backlog.dropped()).isZero();
    }

    private void waver(Backlog backlog, RandomGenerator random, Map<String, Boolean> truth) {
        if (random.nextInt(4) == 0) {
            Alert alert = alert("a" + random.nextInt(50), random.nextInt(5) == 0 ? Severity.CRITICAL : Severity.ERROR);
            boolean fires = !truth.getOrDefault(alert.id(), false);
            truth.put(alert.id(), fires);
            backlog.offer(fires ? List.of(alert) : List.of(), fires ? List.of() : List.of(alert), now);
        }
    }

    private void attempt(Backlog backlog, Message message, RandomGenerator random, Receiver receiver) {
        int fault = random.nextInt(8);
        if (fault < 3) {
            receiver.take(message.notification());
        }
        Delivery delivery =
                fault < 2 ? new Delivered() : new Postponed("reset", fault == 7 ? Duration.ofSeconds(3) : null);
        receiver.failures += fault < 2 ? 0 : 1;
        backlog.settle(message, delivery, now);
    }

    private void drain(Backlog backlog, Receiver receiver) {
        while (backlog.waiting() > 0) {
            pass(Duration.ofSeconds(1));
            Message message = backlog.next(now);
            if (message != null) {
                receiver.take(message.notification());
                backlog.settle(message, new Delivered(), now);
            }
        }
    }

    /** Takes each id once, as the guide says, and notes what makes no sense to it. */
    private static final class Receiver {
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Boolean> firing = new HashMap<>();
        private final List<String> faults = new ArrayList<>();
        private int failures;

        private void take(Notification notification) {
            if (!seen.add(notification.id())) {
                return;
            }
            boolean fires = notification.kind() == Kind.FIRING;
            for (Alert alert : notification.alerts()) {
                if (firing.getOrDefault(alert.id(), false) == fires) {
                    faults.add(alert.id() + " is " + notification.kind() + " twice");
                }
                firing.put(alert.id(), fires);
            }
        }
    }

    private Backlog backlog(int routes) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        return new Backlog(new Wording("shop"), channels.subList(0, routes), PACE, random);
    }

    private void offer(Backlog backlog, Alert alert) {
        backlog.offer(List.of(alert), List.of(), now);
    }

    private void pass(Duration duration) {
        now += duration.toNanos();
    }

    private Message settle(Backlog backlog, Delivery delivery) {
        Message message = backlog.next(now);
        assertThat(message).isNotNull();
        backlog.settle(message, delivery, now);
        return message;
    }

    private int deliverAll(Backlog backlog) {
        int messages = 0;
        for (Message next = backlog.next(now); next != null; next = backlog.next(now)) {
            backlog.settle(next, new Delivered(), now);
            messages++;
        }
        return messages;
    }

    private static List<String> ids(@Nullable Message message) {
        return message == null
                ? List.of()
                : message.notification().alerts().stream().map(Alert::id).toList();
    }
}
