package dev.renum.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Changes that wait until it is known whether another failure explains them, so that no symptom is told before its cause. Guarded by the monitor's lock. */
final class UntoldChanges {
    private final Map<@Nullable String, HealthChange> held = new LinkedHashMap<>();

    /**
     * What is to be told once {@code snapshot} is there: what was held and is over, then those of {@code fresh} that wait for nothing, then what was held
     * and lasts, so that causes come first.
     */
    List<HealthChange> release(List<HealthChange> fresh, HealthSnapshot snapshot) {
        List<HealthChange> told = new ArrayList<>(take(change -> !lasts(change, snapshot)));
        List<HealthChange> known = take(change -> !isOpen(snapshot.checks().get(change.check())));
        for (HealthChange change : fresh) {
            if (isOpen(change.state())) {
                held.put(change.check(), change);
            } else {
                told.add(change);
            }
        }
        known.forEach(change -> told.add(asOf(snapshot, change)));
        return told;
    }

    private List<HealthChange> take(Predicate<HealthChange> which) {
        List<HealthChange> taken = held.values().stream().filter(which).toList();
        taken.forEach(change -> held.remove(change.check()));
        return taken;
    }

    private static boolean lasts(HealthChange change, HealthSnapshot snapshot) {
        CheckState now = snapshot.checks().get(change.check());
        return now != null && now.status() == change.to();
    }

    private static HealthChange asOf(HealthSnapshot snapshot, HealthChange change) {
        CheckState now = snapshot.checks().get(change.check());
        return new HealthChange(change.check(), change.from(), change.to(), change.at(), now);
    }

    private static boolean isOpen(@Nullable CheckState state) {
        return state != null && state.suspect() != null;
    }
}
