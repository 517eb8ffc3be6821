package dev.renum.health.alert;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.CheckState;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks whose status is as bad as {@code from}, or worse. The value is the status, from 0 for DISABLED to 5 for DOWN. */
record FailedChecks(Predicate<CheckState> which, HealthStatus from) implements Condition {
    @Override
    public List<Reading> read(Observed observed) {
        return observed.snapshot().checks().values().stream()
                .filter(which)
                .map(FailedChecks::reading)
                .toList();
    }

    private static Reading reading(CheckState check) {
        return new Reading(Map.of("check", check.name()), check.status().ordinal(), check.symptomOf());
    }

    @Override
    public boolean holds(double value, boolean active) {
        return value >= from.ordinal();
    }

    @Override
    public String describe(double value) {
        return "the check is " + HealthStatus.values()[(int) value];
    }

    @Override
    public @Nullable String metric() {
        return null;
    }
}
