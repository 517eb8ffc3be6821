package dev.renum.health.alert;

import java.util.List;
import java.util.Map;

/** A figure that nobody measures, not yet or not any more. Its value is 1 while the figure is absent, otherwise 0. */
record Absence(String metric) implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        boolean isPresent =
                observed.series(metric).stream().anyMatch(series -> !Double.isNaN(Limit.latest(series, observed)));
        return List.of(
                Reading.of(Map.of(), isPresent ? 0 : 1, metric + (isPresent ? " is measured" : " is not measured")));
    }

    @Override
    public boolean holds(double value, boolean active) {
        return value > 0;
    }
}
