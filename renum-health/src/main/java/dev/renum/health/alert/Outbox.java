package dev.renum.health.alert;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.core.Ticker;
import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what a route has to tell, as {@code docs/decisions.md} promises: in order, grouped, again and again until a channel has taken it. Safe for use by
 * many threads; one thread of its own delivers.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MAX_ISSUES = 1_000;

    private final String source;
    private final List<Channel> channels;
    private final Pace pace;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final News news = new News();
    private final Deque<Notification> issues = new ArrayDeque<>();
    private long firstWaitingAt;
    private long lastSentAt;
    private boolean hasSent;
    private boolean closed;
    private volatile @Nullable String trouble;

    /** {@code channels} are tried in their order; there is at least one. */
    Outbox(String source, List<Notifier> channels, Pace pace, Ticker ticker, RandomGenerator random) {
        this.source = source;
        this.channels = channels.stream().map(Channel::new).toList();
        this.pace = pace;
        this.ticker = ticker;
        this.random = random;
        this.thread = new Thread(this::deliver, "renum-health-outbox-" + name());
        thread.setDaemon(true);
        thread.start();
    }

    String name() {
        return channels.get(0).name();
    }

    /** Takes alerts that have begun to fire, and alerts that are over. */
    void offer(List<Alert> firing, List<Alert> over) {
        locked(() -> {
            if (news.isEmpty()) {
                firstWaitingAt = ticker.read();
            }
            firing.forEach(news::fires);
            over.forEach(news::isOver);
        });
    }

    /** Takes something that cannot wait; false if there are too many already. */
    boolean offer(Notification issue) {
        boolean[] taken = new boolean[1];
        locked(() -> {
            taken[0] = issues.size() < MAX_ISSUES && issues.add(issue);
        });
        return taken[0];
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T got(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        try {
            while (awaitWork()) {
                tellIssues();
                tellFiring();
                for (Channel channel : channels) {
                    tellResolved(channel);
                }
                locked(() -> {
                    hasSent = true;
                    lastSentAt = ticker.read();
                    firstWaitingAt = lastSentAt;
                });
            }
        } catch (InterruptedException e) {
            // close() wants it to end.
        }
    }

    /** Waits until something is due; false once it is closed. */
    private boolean awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                long wait = untilDue();
                if (wait <= 0) {
                    return true;
                }
                changed.awaitNanos(wait);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private long untilDue() {
        if (!issues.isEmpty() || news.isUrgent()) {
            return 0;
        }
        if (news.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long now = ticker.read();
        long grouped = firstWaitingAt + pace.groupWait().toNanos() - now;
        long apart = hasSent ? lastSentAt + pace.groupInterval().toNanos() - now : 0;
        return Math.max(grouped, apart);
    }

    private void tellIssues() throws InterruptedException {
        for (Notification issue = got(issues::poll); issue != null; issue = got(issues::poll)) {
            tell(issue, 0);
        }
    }

    private void tellFiring() throws InterruptedException {
        for (List<Alert> alerts = got(news::takeFiring); !alerts.isEmpty(); alerts = got(news::takeFiring)) {
            List<Alert> firing = alerts;
            Channel teller = tell(notification(Kind.FIRING, firing), 0);
            locked(() -> {
                if (teller == null) {
                    news.isLost(firing);
                } else {
                    news.told(firing, teller);
                }
            });
        }
    }

    private void tellResolved(Channel channel) throws InterruptedException {
        Supplier<List<Alert>> next = () -> news.takeResolved(channel);
        for (List<Alert> alerts = got(next); !alerts.isEmpty(); alerts = got(next)) {
            List<Alert> over = alerts;
            tell(notification(Kind.RESOLVED, over), channels.indexOf(channel));
            locked(() -> news.isSettled(over));
        }
    }

    /** Tries until a channel has it, from the one at {@code first} on; the one that took it, or {@code null} if each refuses it for ever. */
    private @Nullable Channel tell(Notification notification, int first) throws InterruptedException {
        int refusals = 0;
        int current = first;
        while (refusals < channels.size()) {
            Channel channel = channels.get(current);
            Delivery outcome = tell(notification, channel);
            if (outcome instanceof Delivery.Delivered) {
                return channel;
            }
            refusals = outcome instanceof Delivery.Refused ? refusals + 1 : 0;
            current = (current + 1) % channels.size();
        }
        return null;
    }

    /** Tries one channel until it takes or refuses it, or until it is the next one's turn, if there is a next one. */
    private Delivery tell(Notification notification, Channel channel) throws InterruptedException {
        Deadline turn = Deadline.after(pace.nextChannelAfter(), ticker);
        for (int attempt = 1; ; attempt++) {
            Delivery outcome = channel.send(notification, Deadline.after(pace.attemptLimit()));
            note(channel, notification, outcome, attempt);
            if (!(outcome instanceof Delivery.Postponed postponed) || channels.size() > 1 && turn.isExpired()) {
                return outcome;
            }
            pause(pauseAfter(postponed, attempt));
        }
    }

    private Duration pauseAfter(Delivery.Postponed postponed, int attempt) {
        Duration backoff = pace.backoff().delay(attempt, random);
        Duration asked = postponed.after() == null ? Duration.ZERO : postponed.after();
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    private void pause(Duration duration) throws InterruptedException {
        Deadline end = Deadline.after(duration, ticker);
        lock.lockInterruptibly();
        try {
            while (!closed && !end.isExpired()) {
                changed.awaitNanos(end.remaining().toNanos());
            }
            if (closed) {
                throw new InterruptedException("closed");
            }
        } finally {
            lock.unlock();
        }
    }

    /** The first failure of a message and its success after failures are worth a line; the attempts between are not. */
    private void note(Channel channel, Notification notification, Delivery outcome, int attempt) {
        if (outcome instanceof Delivery.Delivered) {
            trouble = null;
            if (attempt > 1) {
                LOG.atInfo()
                        .addKeyValue("channel", channel.name())
                        .addKeyValue("attempts", attempt)
                        .log("delivered at last");
            }
            return;
        }
        String reason = outcome instanceof Delivery.Refused refused
                ? "refused: " + refused.reason()
                : "postponed: " + ((Delivery.Postponed) outcome).reason();
        trouble = "channel " + channel.name() + " " + reason;
        if (attempt == 1 || outcome instanceof Delivery.Refused) {
            LOG.atWarn()
                    .addKeyValue("channel", channel.name())
                    .addKeyValue("notification", notification.title())
                    .log("a notification is not delivered, " + reason);
        }
    }

    private Notification notification(Kind kind, List<Alert> alerts) {
        List<Alert> sorted = alerts.stream()
                .sorted(Comparator.comparing(Alert::severity).reversed())
                .toList();
        Severity gravest = sorted.get(0).severity();
        return new Notification(
                UUID.randomUUID().toString(), kind, gravest, source, title(kind, sorted), sorted, Instant.now());
    }

    private static String title(Kind kind, List<Alert> alerts) {
        String state = kind == Kind.FIRING ? "firing" : "resolved";
        Alert first = alerts.get(0);
        return alerts.size() == 1
                ? first.id() + " is " + state + ": " + first.summary()
                : alerts.size() + " alerts are " + state + ", " + first.id() + " among them";
    }

    /** What went wrong with the last attempt; {@code null} if it went well, or if there was none. */
    @Nullable
    String trouble() {
        return trouble;
    }

    int waiting() {
        return got(() -> news.waiting() + issues.size());
    }

    long dropped() {
        return got(news::dropped);
    }

    List<Channel> channels() {
        return channels;
    }

    /** Ends the deliveries; what waits is not delivered any more. */
    void close(Deadline deadline) throws InterruptedException {
        locked(() -> closed = true);
        thread.interrupt();
        channels.forEach(Channel::close);
        TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining().toNanos());
        for (Channel channel : channels) {
            channel.join(deadline);
        }
    }
}
