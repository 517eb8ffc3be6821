package dev.renum.health.alert;

import dev.renum.health.alert.Notification.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A notification on its way: which channel is to take it, when to try again, who has refused it. Guarded by the lock of {@link Outbox}; times are those of a
 * monotonic clock in nanoseconds.
 */
final class Message {
    private final Notification notification;
    private final List<Channel> channels;
    private final Duration turn;
    private final Set<Channel> refusing = new HashSet<>();
    private int current;
    private int attempts;
    private long notBefore;
    private long turnEnds;

    /** One that {@code channels} try from that at {@code first} on, each for a {@code turn}. */
    Message(Notification notification, List<Channel> channels, int first, Duration turn, long now) {
        this.notification = notification;
        this.channels = channels;
        this.turn = turn;
        this.current = first;
        begin(now);
    }

    private void begin(long now) {
        notBefore = now;
        turnEnds = now + turn.toNanos();
    }

    Notification notification() {
        return notification;
    }

    boolean isOfFiring() {
        return notification.kind() == Kind.FIRING;
    }

    Channel channel() {
        return channels.get(current);
    }

    /** How often it has failed. */
    int failures() {
        return attempts;
    }

    /** How long until it can be tried, by this channel or the next; zero or less if it can be now. */
    long dueIn(long now) {
        long here = Math.max(notBefore - now, channel().pausedFor(now));
        return hasOther() ? Math.min(here, turnEnds - now) : here;
    }

    /** Takes it on to the next channel if the turn of this one is over. */
    void moveOn(long now) {
        if (hasOther() && turnEnds - now <= 0) {
            advance(now);
        }
    }

    /** Tries it again after {@code pause} at the soonest. */
    void postpone(Duration pause, long now) {
        attempts++;
        notBefore = now + pause.toNanos();
    }

    /** Never tries this channel again; false if there is no other left. */
    boolean refuse(long now) {
        refusing.add(channel());
        if (refusing.size() == channels.size()) {
            return false;
        }
        advance(now);
        return true;
    }

    private boolean hasOther() {
        return channels.size() - refusing.size() > 1;
    }

    private void advance(long now) {
        do {
            current = (current + 1) % channels.size();
        } while (refusing.contains(channel()));
        begin(now);
    }
}
