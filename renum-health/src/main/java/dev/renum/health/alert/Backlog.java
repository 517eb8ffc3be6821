package dev.renum.health.alert;

import dev.renum.core.Severity;
import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a route has yet to tell: alerts, and the messages made of them. It decides what goes out when, and knows neither threads nor clocks. Guarded by the
 * lock of {@link Outbox}; times are those of a monotonic clock in nanoseconds.
 */
final class Backlog {
    static final int MAX_ALERTS = 10_000;
    static final int MAX_TOGETHER = 100;
    /** More than one, so that a message that a receiver cannot stomach does not hold up all others. */
    private static final int MAX_UNDER_WAY = 4;
    /** A receiver that asks for more patience is asked again after this. */
    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    private final Wording wording;
    private final List<Channel> channels;
    private final Pace pace;
    private final RandomGenerator random;
    private final Map<String, Told> alerts = new LinkedHashMap<>();
    private final List<Message> underWay = new ArrayList<>();
    private boolean isScheduled;
    private long writeAt;
    private boolean hasWritten;
    private long writtenAt;
    private boolean isHurried;
    private long dropped;

    Backlog(Wording wording, List<Channel> channels, Pace pace, RandomGenerator random) {
        this.wording = wording;
        this.channels = channels;
        this.pace = pace;
        this.random = random;
    }

    /** Takes alerts that have begun to fire, and alerts that are over. */
    void offer(List<Alert> firing, List<Alert> over, long now) {
        firing.forEach(this::fires);
        over.forEach(this::isOver);
        schedule(now);
    }

    private void fires(Alert alert) {
        if (alerts.size() >= MAX_ALERTS && !alerts.containsKey(alert.id())) {
            dropped++;
            return;
        }
        alerts.computeIfAbsent(alert.id(), id -> new Told()).fires(alert);
    }

    private void isOver(Alert alert) {
        Told told = alerts.get(alert.id());
        if (told != null) {
            told.isOver(alert);
        }
    }

    /** Lets everything go out at once and once only, because there is no later. */
    void hurry() {
        isHurried = true;
    }

    /** The message to try now; {@code null} if there is none. */
    @Nullable
    Message next(long now) {
        write(now);
        underWay.forEach(message -> message.moveOn(now));
        return underWay.stream()
                .filter(message -> isHurried || message.dueIn(now) <= 0)
                .min(Comparator.comparingLong(message -> message.dueIn(now)))
                .orElse(null);
    }

    /** How many nanoseconds until there is a message to try, if nothing else happens. */
    long dueIn(long now) {
        long message =
                underWay.stream().mapToLong(waiting -> waiting.dueIn(now)).min().orElse(Long.MAX_VALUE);
        boolean mayWrite = isScheduled && underWay.size() < MAX_UNDER_WAY;
        return mayWrite ? Math.min(message, writeAt - now) : message;
    }

    /** Takes in what became of the attempt to deliver {@code message}; false if nobody will ever take it. */
    boolean settle(Message message, Delivery delivery, long now) {
        if (delivery instanceof Delivery.Delivered) {
            finish(message, told -> told.isToldBy(message.channel()), now);
            return true;
        }
        boolean isHopeless = isHopeless(message, delivery, now);
        if (isHopeless) {
            dropped += message.notification().alerts().size();
            finish(message, Told::isLost, now);
        }
        return !isHopeless;
    }

    private boolean isHopeless(Message message, Delivery delivery, long now) {
        if (delivery instanceof Delivery.Refused) {
            return !message.refuse(now);
        }
        if (delivery instanceof Delivery.Postponed postponed) {
            message.channel().pause(least(postponed.after(), MAX_PAUSE), now);
            message.postpone(pace.backoff().delay(message.failures() + 1, random), now);
        }
        return isHurried;
    }

    private static Duration least(@Nullable Duration asked, Duration most) {
        if (asked == null || asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(most) < 0 ? asked : most;
    }

    private void finish(Message message, Consumer<Told> afterFiring, long now) {
        Consumer<Told> after = message.isOfFiring() ? afterFiring : Told::isEnded;
        underWay.remove(message);
        for (Alert alert : message.notification().alerts()) {
            alerts.computeIfPresent(alert.id(), (id, told) -> {
                after.accept(told);
                return told.isSettled() ? null : told;
            });
        }
        schedule(now);
    }

    /** Sets the moment of the next messages: the first alert waits for others, and messages keep a distance, a short one if something is critical. */
    private void schedule(long now) {
        if (!isScheduled && alerts.values().stream().anyMatch(Told::isReady)) {
            isScheduled = true;
            writeAt = later(now + pace.groupWait().toNanos(), pace.groupInterval(), now);
        }
        if (isScheduled && alerts.values().stream().anyMatch(Backlog::isUrgent)) {
            long urgent = later(now, pace.groupWait(), now);
            writeAt = urgent - writeAt < 0 ? urgent : writeAt;
        }
    }

    private long later(long at, Duration apart, long now) {
        long earliest = hasWritten ? writtenAt + apart.toNanos() : at;
        return earliest - now > at - now ? earliest : at;
    }

    private static boolean isUrgent(Told told) {
        Alert firing = told.firing();
        return firing != null && firing.severity() == Severity.CRITICAL;
    }

    private void write(long now) {
        if (!isHurried && (!isScheduled || writeAt - now > 0)) {
            return;
        }
        int before = underWay.size();
        boolean isDone = writeAll(Kind.FIRING, 0, Told::firing, Told::takeFiring, now);
        for (int i = 0; i < channels.size() && isDone; i++) {
            Channel channel = channels.get(i);
            isDone = writeAll(Kind.RESOLVED, i, told -> told.over(channel), Told::takeOver, now);
        }
        isScheduled = !isDone;
        if (underWay.size() > before) {
            hasWritten = true;
            writtenAt = now;
        }
    }

    /** Makes messages of all that can be told of one kind; false if too many are under way for that. */
    private boolean writeAll(
            Kind kind, int first, Function<Told, @Nullable Alert> ready, Function<Told, Alert> take, long now) {
        List<Told> waiting = waiting(ready);
        while (!waiting.isEmpty()) {
            if (underWay.size() >= MAX_UNDER_WAY && !isHurried) {
                return false;
            }
            List<Told> together = waiting.subList(0, Math.min(MAX_TOGETHER, waiting.size()));
            List<Alert> taken = together.stream().map(take).toList();
            together.clear();
            underWay.add(new Message(wording.of(kind, taken), channels, first, pace.nextChannelAfter(), now));
        }
        return true;
    }

    private List<Told> waiting(Function<Told, @Nullable Alert> ready) {
        record Waiting(Told told, Alert alert) {}
        List<Waiting> waiting = new ArrayList<>();
        for (Told told : alerts.values()) {
            Alert alert = ready.apply(told);
            if (alert != null) {
                waiting.add(new Waiting(told, alert));
            }
        }
        waiting.sort(Comparator.comparing(Waiting::alert, Wording.GRAVEST_FIRST));
        return new ArrayList<>(waiting.stream().map(Waiting::told).toList());
    }

    /** Gives up all that waits, because nobody will try it any more; how many alerts and ends of alerts that were. */
    int abandon() {
        int lost = waiting();
        dropped += lost;
        alerts.clear();
        underWay.clear();
        return lost;
    }

    /** How many alerts and ends of alerts are not delivered yet. */
    int waiting() {
        return alerts.values().stream().mapToInt(Told::open).sum();
    }

    /** How many were dropped because there were too many, every channel refused them, or they still waited at the end. */
    long dropped() {
        return dropped;
    }
}
