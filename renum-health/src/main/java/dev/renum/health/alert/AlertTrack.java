package dev.renum.health.alert;

import dev.renum.core.Severity;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One alert and its way through the states of {@code docs/decisions.md}. Guarded by the lock of {@link AlertBook}; times are those of a monotonic
 * clock in nanoseconds, moments are for display.
 */
final class AlertTrack {
    /** How long an alert that was resolved by hand stays quiet, and how long a resolved one is shown. */
    static final Duration QUIET = Duration.ofMinutes(15);

    private static final int MAX_SUMMARY = 1_000;

    private final AlertRule rule;
    private final Map<String, String> labels;
    private final String id;

    private AlertState state = AlertState.INACTIVE;
    private Instant since;
    private double value = Double.NaN;
    private String text = "nothing is known";
    private @Nullable String symptomOf;
    private @Nullable Acknowledgement acknowledgement;
    private long pendingSince;
    private long enteredAt;
    private boolean isClearing;
    private long clearingSince;
    private boolean isQuiet;
    private double quietAt;
    private long seenAt;
    private boolean isNotified;
    private boolean hasTurned;

    AlertTrack(AlertRule rule, Map<String, String> labels, Instant at) {
        this.rule = rule;
        this.labels = labels;
        this.since = at;
        this.id = labels.isEmpty() ? rule.name() : rule.name() + braced(labels);
    }

    private static String braced(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    String id() {
        return id;
    }

    AlertState state() {
        return state;
    }

    AlertRule rule() {
        return rule;
    }

    Map<String, String> labels() {
        return labels;
    }

    /** Whether there is nothing left to show of it. A quiet one whose condition goes on has opened again by then. */
    boolean isForgotten(long now) {
        return state == AlertState.INACTIVE || (state == AlertState.RESOLVED && now - enteredAt >= QUIET.toNanos());
    }

    /** Takes in what was read. */
    void see(Reading reading, long now, Instant at) {
        if (reading.isKnown()) {
            symptomOf = reading.symptomOf();
        }
        if (!reading.isKnown() && rule.noData() == NoData.KEEP) {
            freeze(now);
            return;
        }
        value = reading.value();
        text = reading.text();
        step(holds(reading), now, at);
    }

    private boolean holds(Reading reading) {
        return reading.isKnown()
                ? rule.condition().holds(reading.value(), state == AlertState.FIRING)
                : rule.noData() == NoData.FIRE;
    }

    /** What it is about is not there any more, though others of its kind are, so there is nothing left to warn of. */
    void vanish(long now, Instant at) {
        symptomOf = null;
        step(false, now, at);
    }

    /** Nothing is known, so no time passes for it. */
    private void freeze(long now) {
        pendingSince += now - seenAt;
        clearingSince += now - seenAt;
        seenAt = now;
    }

    private void step(boolean holds, long now, Instant at) {
        seenAt = now;
        if (isQuiet && holds && !isToReopen(now)) {
            return;
        }
        isQuiet = false;
        switch (state) {
            case INACTIVE, RESOLVED -> idle(holds, now, at);
            case PENDING -> pending(holds, now, at);
            case FIRING -> firing(holds, now, at);
        }
    }

    private boolean isToReopen(long now) {
        return rule.condition().isWorse(value, quietAt) || now - enteredAt >= QUIET.toNanos();
    }

    private void idle(boolean holds, long now, Instant at) {
        if (holds) {
            pendingSince = now;
            enter(AlertState.PENDING, now, at);
            pending(true, now, at);
        }
    }

    private void pending(boolean holds, long now, Instant at) {
        if (!holds) {
            enter(AlertState.INACTIVE, now, at);
        } else if (now - pendingSince >= rule.timing().forAtLeast().toNanos()) {
            isClearing = false;
            enter(AlertState.FIRING, now, at);
        }
    }

    private void firing(boolean holds, long now, Instant at) {
        if (holds) {
            isClearing = false;
            return;
        }
        if (!isClearing) {
            isClearing = true;
            clearingSince = now;
        }
        if (now - clearingSince >= rule.timing().keepFiringFor().toNanos()) {
            enter(AlertState.RESOLVED, now, at);
        }
    }

    private void enter(AlertState next, long now, Instant at) {
        hasTurned |= next == AlertState.FIRING || state == AlertState.FIRING;
        state = next;
        enteredAt = now;
        since = at;
        if (next != AlertState.FIRING) {
            acknowledgement = null;
        }
    }

    /** Whether somebody is to be told now that it fires; true once for each time that it does. What goes on only for a while after its end is no news. */
    boolean isToNotifyFiring(boolean isSilenced) {
        boolean isLive = state == AlertState.FIRING && !isClearing;
        boolean isNews = isLive && !isNotified && !isSilenced && symptomOf == null;
        isNotified |= isNews;
        return isNews;
    }

    /** Whether those who were told that it fires are to be told now that it does not; true once. */
    boolean isToNotifyResolved() {
        boolean isNews = state != AlertState.FIRING && isNotified;
        isNotified &= !isNews;
        return isNews;
    }

    /** Whether it has begun or ceased to fire since this was asked last. */
    boolean hasTurned() {
        boolean turned = hasTurned;
        hasTurned = false;
        return turned;
    }

    /** Whether it can be taken up or ended by hand. */
    boolean isActive() {
        return state == AlertState.PENDING || state == AlertState.FIRING;
    }

    void acknowledge(String who, Instant at) {
        acknowledgement = new Acknowledgement(who, at);
    }

    /** Ends it by hand: it stays quiet for 15 minutes while its condition goes on, unless that gets worse. */
    void resolve(long now, Instant at) {
        isQuiet = true;
        quietAt = value;
        enter(AlertState.RESOLVED, now, at);
    }

    Alert alert(@Nullable String silence) {
        Severity severity = rule.severity();
        return new Alert(
                id, rule.name(), labels, severity, state, since, value, summary(), symptomOf, acknowledgement, silence);
    }

    private String summary() {
        String what = labels.isEmpty() ? "" : braced(labels) + " ";
        return Texts.line(what + text, MAX_SUMMARY);
    }
}
