package dev.renum.health.alert;

import java.util.List;
import java.util.Map;

/** A monitor that does not renew its state any more, so that nothing is known of any check. Its value is 1 then, otherwise 0. */
record StaleMonitor() implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        boolean isStale = observed.snapshot().stale();
        String text = isStale ? "the state of the checks is stale: nothing is known of them" : "the checks are run";
        return List.of(Reading.of(Map.of(), isStale ? 1 : 0, text));
    }

    @Override
    public boolean holds(double value, boolean active) {
        return value > 0;
    }
}
