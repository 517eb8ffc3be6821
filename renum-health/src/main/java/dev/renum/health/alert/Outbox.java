package dev.renum.health.alert;

import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what a route has to tell, as {@code docs/decisions.md} promises: in order, grouped, again and again until a channel has taken it. Safe for use by
 * many threads; one thread of its own delivers.
 */
final class Outbox {
    /** After an error of the JVM, which may pass. */
    private static final Duration REST = Duration.ofSeconds(1);

    private enum Phase {
        OPEN,
        /** What waits is tried once more. */
        CLOSING,
        CLOSED
    }

    private final List<Channel> channels;
    private final Pace pace;
    private final Ticker ticker;
    private final AlertLog log;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Backlog backlog;
    private Phase phase = Phase.OPEN;
    private volatile @Nullable String loss;

    /** One that delivers nothing before it is started. {@code notifiers} are tried in their order; there is at least one. */
    Outbox(List<Notifier> notifiers, Wording wording, Pace pace, Ticker ticker, RandomGenerator random, AlertLog log) {
        this.channels = notifiers.stream().map(Channel::new).toList();
        this.pace = pace;
        this.ticker = ticker;
        this.log = log;
        this.backlog = new Backlog(wording, channels, pace, random);
        this.thread = new Thread(this::deliver, "renum-health-outbox-" + name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** That of its first channel. */
    String name() {
        return channels.get(0).name();
    }

    /** Takes alerts that have begun to fire, and alerts that are over; never blocks for long. */
    void offer(List<Alert> firing, List<Alert> over) {
        locked(() -> {
            if (phase == Phase.OPEN) {
                backlog.offer(firing, over, ticker.read());
            }
        });
    }

    private void deliver() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = deliverNext();
            } catch (InterruptedException e) {
                goesOn = false; // close() wants it to end
            } catch (Throwable t) { // nobody else would deliver
                log.failed("a pass of the delivery of alerts failed; the next one follows", t);
                goesOn = rest();
            }
        }
    }

    private boolean deliverNext() throws InterruptedException {
        Message next = awaitNext();
        if (next == null) {
            return false;
        }
        Channel channel = next.channel();
        boolean wasWell = channel.trouble() == null;
        Delivery delivery = channel.send(next.notification(), Deadline.after(pace.attemptLimit()));
        boolean isAlive = got(() -> phase == Phase.CLOSED || backlog.settle(next, delivery, ticker.read()));
        note(channel, wasWell, next.notification(), isAlive);
        return true;
    }

    /** Waits for a message that is due; {@code null} once it is closed. */
    private @Nullable Message awaitNext() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (phase != Phase.CLOSED) {
                Message next = backlog.next(ticker.read());
                if (next != null) {
                    return next;
                }
                if (phase == Phase.CLOSING) {
                    return null;
                }
                changed.awaitNanos(backlog.dueIn(ticker.read()));
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean rest() {
        Deadline end = Deadline.after(REST);
        lock.lock();
        try {
            while (phase == Phase.OPEN && !end.isExpired()) {
                changed.awaitNanos(end.remaining().toNanos());
            }
            return phase == Phase.OPEN;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** A channel that fails and one that recovers are worth a line; the attempts between are not. */
    private void note(Channel channel, boolean wasWell, Notification notification, boolean isAlive) {
        String trouble = channel.trouble();
        if (trouble == null) {
            loss = null;
        }
        if (!isAlive) {
            loss = "lost, every channel of the route gave up: " + notification.title();
            log.lost(channel, notification);
        } else if (trouble != null && wasWell) {
            log.fails(channel, trouble);
        } else if (trouble == null && !wasWell) {
            log.recovers(channel);
        }
    }

    /** What was lost last, if nothing was delivered since; otherwise {@code null}. */
    @Nullable
    String loss() {
        return loss;
    }

    /** How many alerts and ends of alerts are not delivered yet. */
    int waiting() {
        return got(backlog::waiting);
    }

    long dropped() {
        return got(backlog::dropped);
    }

    List<Channel> channels() {
        return channels;
    }

    /** Lets what waits go out at once, once only. */
    void beginClose() {
        locked(() -> {
            phase = Phase.CLOSING;
            backlog.hurry();
        });
    }

    /** Waits for that until {@code flush} has passed, and ends its threads until {@code deadline}. */
    void close(Deadline flush, Deadline deadline) throws InterruptedException {
        beginClose();
        TimeUnit.NANOSECONDS.timedJoin(thread, flush.remaining().toNanos());
        abandon();
        TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining().toNanos());
        for (Channel channel : channels) {
            channel.join(deadline);
        }
    }

    /** Ends it without waiting for anything. What waits is lost then, and that is said. */
    void abandon() {
        int lost = got(this::giveUp);
        if (lost > 0) {
            log.abandoned(name(), lost);
        }
        thread.interrupt();
        channels.forEach(channel -> channel.close(log));
    }

    private int giveUp() {
        phase = Phase.CLOSED;
        changed.signalAll();
        return backlog.abandon();
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
}
