package dev.renum.health.alert;

import dev.renum.core.Failures;
import dev.renum.core.Masking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges rules by what is observed and keeps their alerts. Guarded by the lock of its user.
 *
 * <p>At most 1,000 alerts per rule are kept; further ones are counted at each pass.
 */
final class Evaluation {
    private static final int MAX_ALERTS = 1_000;

    private final Map<String, AlertRule> rules = new LinkedHashMap<>();
    private final Map<String, Map<Map<String, String>, AlertTrack>> tracks = new LinkedHashMap<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();
    private int dropped;

    /**
     * Judges {@code rule} as well.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    void add(AlertRule rule) {
        if (rules.putIfAbsent(rule.name(), rule) != null) {
            throw new IllegalArgumentException(
                    "there is already an alert rule '" + rule.name() + "'; names must be unique");
        }
        tracks.put(rule.name(), new LinkedHashMap<>());
    }

    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /** Judges every rule, on the monotonic time {@code now}. */
    void evaluate(Observed observed, long now) {
        dropped = 0;
        rules.values().forEach(rule -> evaluate(rule, observed, now));
    }

    private void evaluate(AlertRule rule, Observed observed, long now) {
        Map<Map<String, String>, AlertTrack> known = tracks.getOrDefault(rule.name(), Map.of());
        Set<Map<String, String>> seen = new HashSet<>();
        for (Reading reading : readings(rule, observed, known.keySet())) {
            AlertTrack track = track(rule, reading.labels(), known, observed.now());
            if (track != null && seen.add(reading.labels())) {
                track.see(reading, now, observed.now());
            }
        }
        known.forEach((labels, track) -> {
            if (!seen.contains(labels)) {
                track.vanish(now, observed.now());
            }
        });
    }

    /** A rule that cannot be judged tells nothing of its alerts and does not keep others from being judged. */
    private List<Reading> readings(AlertRule rule, Observed observed, Set<Map<String, String>> known) {
        try {
            List<Reading> readings =
                    rule.condition().isBlind(observed) ? nothing(known) : seen(rule.condition(), observed, known);
            troubles.remove(rule.name());
            return readings;
        } catch (Throwable t) { // whatever it is: the other rules must be judged, and it is told by the check of the
            // manager
            troubles.put(rule.name(), Masking.mask(Failures.text(t)));
            return nothing(known);
        }
    }

    /** Of a figure that has no series at all nothing is known; that is one reading at least, so that a rule may fire for it. */
    private static List<Reading> seen(Condition condition, Observed observed, Set<Map<String, String>> known) {
        List<Reading> readings = condition.read(observed);
        boolean isMissing = readings.isEmpty() && condition.metric() != null;
        return isMissing ? nothing(known.isEmpty() ? Set.of(Map.of()) : known) : readings;
    }

    private static List<Reading> nothing(Set<Map<String, String>> known) {
        return known.stream().map(Reading::unknown).toList();
    }

    private @Nullable AlertTrack track(
            AlertRule rule, Map<String, String> labels, Map<Map<String, String>, AlertTrack> known, Instant at) {
        AlertTrack track = known.get(labels);
        if (track == null && known.size() < MAX_ALERTS) {
            track = new AlertTrack(rule, labels, at);
            known.put(labels, track);
        } else if (track == null) {
            dropped++;
        }
        return track;
    }

    /** Drops what there is nothing more to say of. */
    void forget(long now) {
        tracks.values().forEach(known -> known.values().removeIf(track -> track.isForgotten(now)));
    }

    List<AlertTrack> tracks() {
        List<AlertTrack> all = new ArrayList<>();
        tracks.values().forEach(known -> all.addAll(known.values()));
        return all;
    }

    /** How many alerts were not kept at the last pass, because their rule had too many. */
    int dropped() {
        return dropped;
    }

    /** Why rules cannot be judged, by their names; empty if all can. */
    Map<String, String> troubles() {
        return troubles;
    }

    List<AlertRule> rules() {
        return List.copyOf(rules.values());
    }
}
