package dev.renum.health.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The silences that have not ended. Guarded by the lock of {@link AlertBook}. */
final class Silences {
    private static final int MAX = 1_000;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Map<Silence, Long> ends = new LinkedHashMap<>();
    private long number;

    /**
     * {@code duration}, if a silence may be as long.
     *
     * @throws IllegalArgumentException if not
     */
    static Duration valid(Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "silence of " + duration + " is not allowed: use more than zero, at most 30 days");
        }
        return duration;
    }

    Silence add(AlertMatcher matcher, Duration duration, String who, String why, long now, Instant at) {
        forget(now);
        if (ends.size() >= MAX) {
            throw new IllegalStateException("there are " + MAX + " silences; end some before you add another");
        }
        number++;
        Silence silence = new Silence("silence-" + number, matcher, at.plus(duration), who, why);
        ends.put(silence, now + duration.toNanos());
        return silence;
    }

    boolean remove(String id) {
        return ends.keySet().removeIf(silence -> silence.id().equals(id));
    }

    List<Silence> active(long now) {
        forget(now);
        return List.copyOf(ends.keySet());
    }

    /** The id of one that is about {@code track}; {@code null} if none is. */
    @Nullable
    String of(AlertTrack track) {
        return ends.keySet().stream()
                .filter(silence -> silence.matcher().matches(track.rule().name(), track.labels()))
                .map(Silence::id)
                .findFirst()
                .orElse(null);
    }

    void forget(long now) {
        ends.values().removeIf(end -> end - now <= 0);
    }
}
