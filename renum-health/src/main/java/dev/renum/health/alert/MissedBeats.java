package dev.renum.health.alert;

import dev.renum.health.check.Heartbeat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A heartbeat that is overdue. The value is its age in seconds. */
record MissedBeats(Heartbeat heartbeat) implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        return List.of(Reading.of(Map.of(), heartbeat.age().toNanos() / 1e9));
    }

    @Override
    public boolean holds(double value, boolean active) {
        return value > heartbeat.interval().toNanos() / 1e9;
    }

    @Override
    public String describe(double value) {
        return String.format(
                Locale.ROOT,
                "the last heartbeat was %.0f s ago, one is expected every %d s",
                value,
                heartbeat.interval().toSeconds());
    }

    @Override
    public @Nullable String metric() {
        return null;
    }
}
