package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one alert on a route: what is yet to be told of it, and who has told that it fires. Of each alert one message at most is under way, so
 * none overtakes another. Guarded by the lock of {@link Outbox}.
 */
final class Told {
    private @Nullable Alert firing;
    private @Nullable Alert over;
    private @Nullable Channel teller;
    private boolean isUnderWay;

    /** It has begun to fire. Who knows that, and has not heard yet that it was over, need not hear anything. */
    void fires(Alert alert) {
        boolean isKnown = over != null && firing == null;
        over = null;
        firing = isKnown ? null : alert;
    }

    /** It is over. That concerns only those who have heard, or will hear, that it fires. */
    void isOver(Alert alert) {
        over = isSettled() ? null : alert;
    }

    /** The firing that can be told now; {@code null} if there is none, or something else is under way. */
    @Nullable
    Alert firing() {
        return isUnderWay || teller != null ? null : firing;
    }

    /** The end that {@code channel} can tell now; {@code null} if there is none, or it has not told of the firing. */
    @Nullable
    Alert over(Channel channel) {
        return isUnderWay || !channel.equals(teller) ? null : over;
    }

    Alert takeFiring() {
        Alert taken = requireNonNull(firing);
        firing = null;
        isUnderWay = true;
        return taken;
    }

    Alert takeOver() {
        Alert taken = requireNonNull(over);
        over = null;
        isUnderWay = true;
        return taken;
    }

    /** {@code channel} has told that it fires. */
    void isToldBy(Channel channel) {
        isUnderWay = false;
        teller = channel;
    }

    /** The end has been told, or nobody ever will hear of it. */
    void isEnded() {
        isUnderWay = false;
        teller = null;
    }

    /** Nobody will hear that it fired, so nobody need hear that it was over, unless it fires anew. */
    void isLost() {
        isUnderWay = false;
        over = firing == null ? null : over;
    }

    /** Whether there is something to tell now. */
    boolean isReady() {
        return !isUnderWay && (teller == null ? firing != null : over != null);
    }

    /** Whether nothing is left to remember. */
    boolean isSettled() {
        return firing == null && over == null && teller == null && !isUnderWay;
    }

    /** How many messages it will still take, those under way included. */
    int open() {
        return (firing == null ? 0 : 1) + (over == null ? 0 : 1) + (isUnderWay ? 1 : 0);
    }
}
