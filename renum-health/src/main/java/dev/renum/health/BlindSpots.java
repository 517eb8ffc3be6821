package dev.renum.health;

import dev.renum.core.Finding;
import dev.renum.health.background.BackgroundLog;
import dev.renum.health.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/** What the monitor does not see of the figures, and why. */
final class BlindSpots {
    private final Sampler sampler;
    private final Supplier<String> limitation;
    private final BackgroundLog log;
    private Set<String> told = Set.of();

    /** {@code limitation} is what the platform does not tell, empty if it tells all. */
    BlindSpots(Sampler sampler, Supplier<String> limitation, BackgroundLog log) {
        this.sampler = sampler;
        this.limitation = limitation;
        this.log = log;
    }

    /** Those of this moment. */
    List<Finding> now() {
        List<Finding> spots = new ArrayList<>();
        sampler.failures().forEach((source, failure) -> spots.add(failed(source, failure)));
        sampler.hanging().ifPresent(source -> spots.add(hanging(source)));
        long dropped = sampler.history().dropped();
        if (dropped > 0) {
            spots.add(dropped(dropped));
        }
        String unknown = limitation.get();
        if (!unknown.isEmpty()) {
            spots.add(unknown(unknown));
        }
        return spots;
    }

    /** Logs those that are new, one line each, and forgets those that are gone. For one thread. */
    void tell() {
        List<Finding> spots = now();
        Set<String> keys = spots.stream().map(BlindSpots::key).collect(Collectors.toSet());
        Set<String> known = told;
        told = keys;
        spots.stream().filter(spot -> !known.contains(key(spot))).forEach(this::log);
    }

    private void log(Finding spot) {
        Level level = spot.code().equals(HealthCode.FIGURES_UNKNOWN.id()) ? Level.INFO : Level.WARN;
        log.write(to -> to.atLevel(level)
                .addKeyValue("code", spot.code())
                .addKeyValue("cure", spot.cure())
                .log(spot.subject() + " " + spot.message()));
    }

    private static String key(Finding spot) {
        return spot.code() + " " + spot.subject();
    }

    private static Finding failed(String source, String failure) {
        return Finding.of(
                HealthCode.SOURCE_FAILED,
                source,
                "fails to give its figures: " + failure,
                "see to the cause that it names; its figures are unknown until then");
    }

    private static Finding hanging(String source) {
        return Finding.of(
                HealthCode.SOURCE_HANGS,
                source,
                "does not come to an end with giving its figures, so nothing is sampled",
                "take a thread dump: thread renum-health-sampler shows what it waits for");
    }

    private static Finding dropped(long count) {
        return Finding.of(
                HealthCode.SERIES_DROPPED,
                "history",
                "has no room for " + count + " series more",
                "give figures fewer tags, or tags with fewer values");
    }

    private static Finding unknown(String what) {
        return Finding.of(
                HealthCode.FIGURES_UNKNOWN,
                "system",
                "some figures are not known here: " + what,
                "add com.github.oshi:oshi-core to the class path");
    }
}
