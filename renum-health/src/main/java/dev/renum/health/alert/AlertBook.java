package dev.renum.health.alert;

import dev.renum.core.Ticker;
import dev.renum.health.text.NearestName;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rules, their alerts, the silences and what the host reports. Whatever is to be told goes into the outboxes under the same lock, so that its order is that in
 * which it happened. Safe for use by many threads.
 */
final class AlertBook {
    /** Time in which nobody looked does not count for an alert: a suspended machine must not wake up to a storm. */
    private static final long LONGEST_STEP = Duration.ofMinutes(1).toNanos();

    private static final Comparator<Alert> ORDER =
            Wording.GRAVEST_FIRST.thenComparing(Alert::since).thenComparing(Alert::id);

    private final Ticker ticker;
    private final List<Outbox> outboxes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Evaluation evaluation = new Evaluation();
    private final ReportedIssues issues = new ReportedIssues();
    private final Silences silences = new Silences();
    private long time;
    private long lookedAt;

    AlertBook(Ticker ticker, List<Outbox> outboxes) {
        this.ticker = ticker;
        this.outboxes = outboxes;
        this.lookedAt = ticker.read();
        evaluation.add(AlertRule.issues(issues));
    }

    /** Judges every rule and lets the outboxes know; what has begun or ceased to fire since the last time. */
    List<Alert> evaluate(Observed observed) {
        return got(() -> {
            tick();
            issues.forget(time);
            silences.forget(ticker.read());
            evaluation.evaluate(observed, time);
            List<Alert> turned = turned();
            tell();
            evaluation.forget(time);
            return turned;
        });
    }

    private void tick() {
        long now = ticker.read();
        time += Math.max(0, Math.min(now - lookedAt, LONGEST_STEP));
        lookedAt = now;
    }

    private List<Alert> turned() {
        return evaluation.tracks().stream()
                .filter(AlertTrack::hasTurned)
                .map(this::alert)
                .toList();
    }

    private void tell() {
        List<Alert> firing = new ArrayList<>();
        List<Alert> over = new ArrayList<>();
        for (AlertTrack track : evaluation.tracks()) {
            if (track.isToNotifyFiring(silences.of(track) != null)) {
                firing.add(alert(track));
            } else if (track.isToNotifyResolved()) {
                over.add(alert(track));
            }
        }
        if (!firing.isEmpty() || !over.isEmpty()) {
            outboxes.forEach(outbox -> outbox.offer(firing, over));
        }
    }

    private Alert alert(AlertTrack track) {
        return track.alert(silences.of(track));
    }

    /**
     * Judges {@code rule} as well.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    void add(AlertRule rule) {
        got(() -> {
            evaluation.add(rule);
            return rule;
        });
    }

    /** Adds those of {@code rules} whose names are free; those that were added. */
    List<AlertRule> addMissing(List<AlertRule> rules) {
        return got(() -> {
            List<AlertRule> missing =
                    rules.stream().filter(rule -> !evaluation.has(rule.name())).toList();
            missing.forEach(evaluation::add);
            return missing;
        });
    }

    /** All but that of what the host reports. */
    List<AlertRule> rules() {
        return got(() -> evaluation.rules().stream()
                .filter(rule -> !rule.name().equals(ReportedIssues.RULE))
                .toList());
    }

    boolean report(CriticalIssue issue) {
        return got(() -> {
            tick();
            return issues.report(issue, time);
        });
    }

    /** The alerts in one of {@code states}, gravest first. */
    List<Alert> alerts(AlertState... states) {
        Predicate<AlertTrack> wanted = track -> List.of(states).contains(track.state());
        return got(() -> evaluation.tracks().stream()
                .filter(wanted)
                .map(this::alert)
                .sorted(ORDER)
                .toList());
    }

    /** How many alerts are in {@code state}. */
    long count(AlertState state) {
        return got(() -> evaluation.tracks().stream()
                .filter(track -> track.state() == state)
                .count());
    }

    /** Notes that {@code who} has taken up the alert {@code id}; false if it is not active any more. */
    boolean acknowledge(String id, String who) {
        return withActive(id, (track, at) -> track.acknowledge(who, at));
    }

    /** Ends the alert {@code id} by hand; false if it is not active any more. */
    boolean resolve(String id) {
        return withActive(id, (track, at) -> {
            tick();
            track.resolve(time, at);
            if (track.rule().name().equals(ReportedIssues.RULE)) {
                issues.settle(track.labels().getOrDefault(ReportedIssues.LABEL, ""));
            }
            track.hasTurned();
            tell();
        });
    }

    private boolean withActive(String id, BiConsumer<AlertTrack, Instant> action) {
        return got(() -> {
            AlertTrack track = find(id);
            if (track.isActive()) {
                action.accept(track, Instant.now());
                return true;
            }
            return false;
        });
    }

    private AlertTrack find(String id) {
        Map<String, AlertTrack> tracks =
                evaluation.tracks().stream().collect(Collectors.toMap(AlertTrack::id, track -> track, (a, b) -> a));
        AlertTrack track = tracks.get(id);
        if (track == null) {
            throw new IllegalArgumentException("there is no alert '" + Texts.line(id, 200) + "'"
                    + NearestName.to(id, tracks.keySet())
                            .map(nearest -> ": did you mean '" + nearest + "'?")
                            .orElse(" any more"));
        }
        return track;
    }

    Silence silence(AlertMatcher matcher, Duration duration, String who, String why) {
        return got(() -> silences.add(matcher, duration, who, why, ticker.read(), Instant.now()));
    }

    boolean unsilence(String id) {
        return got(() -> silences.remove(id));
    }

    List<Silence> silences() {
        return got(() -> silences.active(ticker.read()));
    }

    /** Why rules cannot be judged, by their names. */
    Map<String, String> troubles() {
        return got(() -> Map.copyOf(evaluation.troubles()));
    }

    /** How many alerts were not kept at the last pass, because their rule had too many. */
    int dropped() {
        return got(evaluation::dropped);
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
