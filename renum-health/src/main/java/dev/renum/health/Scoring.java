package dev.renum.health;

import dev.renum.core.health.HealthStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores a system. More that fails, or a figure that is worse, never raises a score; what the points are is written in
 * {@code docs/guides/health.md}. Guarded by the monitor's lock.
 */
final class Scoring {
    private static final int REQUIRED_FAILED = 75;
    private static final int STALE = 50;
    private static final int ANOTHER_REQUIRED_FAILED = 10;
    private static final int OPTIONAL_FAILED = 10;
    private static final int REQUIRED_DEGRADED = 10;
    private static final int OPTIONAL_DEGRADED = 5;
    private static final int SAMPLES = 3;

    private final List<Strain> strains;
    /** The newest first. */
    private final Deque<Integer> samples = new ArrayDeque<>();

    Scoring(HealthSettings settings) {
        strains = Strain.of(settings);
    }

    /** The score of this moment. */
    HealthScore score(Collection<CheckState> states, Vitals vitals) {
        List<Deduction> deductions = new ArrayList<>(checks(states));
        strains.forEach(
                strain -> strain.deduction(vitals.worst(strain.metric())).ifPresent(deductions::add));
        List<Deduction> bounded = bounded(deductions);
        int raw = left(bounded);
        int cap = states.stream().anyMatch(Scoring::isRequiredFailed) ? 100 - REQUIRED_FAILED : 100;
        return new HealthScore(Math.min(cap, smoothed(raw)), raw, bounded);
    }

    /** Makes the score of this moment one of the three that count. */
    void sample(HealthScore score) {
        samples.addFirst(score.raw());
        if (samples.size() > SAMPLES) {
            samples.removeLast();
        }
    }

    /** The score of {@code last}, of which nothing is known any more. */
    static HealthScore stale(HealthScore last) {
        List<Deduction> deductions = new ArrayList<>(last.deductions());
        deductions.add(new Deduction(STALE, "the snapshot is stale", "nobody renews it"));
        List<Deduction> bounded = bounded(deductions);
        return new HealthScore(Math.min(STALE, left(bounded)), left(bounded), bounded);
    }

    /** The mean of this moment, which stands for the newest sample, and of the two samples before that. */
    private int smoothed(int raw) {
        IntStream before = samples.stream().skip(1).mapToInt(Integer::intValue);
        return (int)
                Math.round(IntStream.concat(before, IntStream.of(raw)).average().orElse(raw));
    }

    private static List<Deduction> checks(Collection<CheckState> states) {
        List<Deduction> deductions = new ArrayList<>();
        int required = REQUIRED_FAILED;
        for (CheckState state : states) {
            deduction(state, required).ifPresent(deductions::add);
            if (isRequiredFailed(state)) {
                required = ANOTHER_REQUIRED_FAILED;
            }
        }
        return deductions;
    }

    private static Optional<Deduction> deduction(CheckState state, int required) {
        HealthStatus status = state.status();
        if (!status.isServing()) {
            return Optional.of(deduction(state.required() ? required : OPTIONAL_FAILED, state));
        }
        return status == HealthStatus.DEGRADED
                ? Optional.of(deduction(state.required() ? REQUIRED_DEGRADED : OPTIONAL_DEGRADED, state))
                : Optional.empty();
    }

    private static Deduction deduction(int points, CheckState state) {
        String what = (state.required() ? "required" : "optional") + " check " + state.name() + " is " + state.status();
        String cause = state.symptomOf() == null ? what : what + ", which follows from " + state.symptomOf();
        return new Deduction(points, cause, state.code() == null ? "no code" : state.code() + " " + state.message());
    }

    private static boolean isRequiredFailed(CheckState state) {
        return state.required() && !state.status().isServing();
    }

    /** Most points first, and no more than 100 in all. */
    private static List<Deduction> bounded(List<Deduction> deductions) {
        List<Deduction> bounded = new ArrayList<>();
        int left = 100;
        for (Deduction deduction : sorted(deductions)) {
            int points = Math.min(left, deduction.points());
            if (points > 0) {
                bounded.add(new Deduction(points, deduction.cause(), deduction.evidence()));
            }
            left -= points;
        }
        return bounded;
    }

    private static List<Deduction> sorted(List<Deduction> deductions) {
        return deductions.stream()
                .sorted(Comparator.comparingInt(Deduction::points).reversed())
                .toList();
    }

    private static int left(List<Deduction> deductions) {
        return 100 - deductions.stream().mapToInt(Deduction::points).sum();
    }
}
