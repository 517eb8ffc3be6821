package dev.renum.health.alert;

import dev.renum.health.check.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A heartbeat that is overdue. The value is its age in seconds. */
record MissedBeats(Heartbeat heartbeat) implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        double age = seconds(heartbeat.age());
        String text = "the last heartbeat was " + Math.round(age) + " s ago, one is expected every "
                + heartbeat.interval().toSeconds() + " s";
        return List.of(Reading.of(Map.of(), age, text));
    }

    @Override
    public boolean holds(double value, boolean active) {
        return value > seconds(heartbeat.interval());
    }

    /** Of any duration, also of more than 292 years, which are too many nanoseconds. */
    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }
}
