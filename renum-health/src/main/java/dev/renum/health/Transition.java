package dev.renum.health;

import dev.renum.core.health.HealthStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A change of the status of one check, or of the aggregate.
 *
 * @param check the name of the check, or {@code null} for the aggregate
 * @param cause the state that explains it, or {@code null} if it takes more than one to do so
 */
record Transition(
        @Nullable String check,
        HealthStatus from,
        HealthStatus to,
        @Nullable CheckState cause) {
    /** What has changed from one snapshot to the next; a check that came or went has not, nor has a system that had no check. */
    static List<Transition> between(HealthSnapshot before, HealthSnapshot after) {
        List<Transition> transitions = new ArrayList<>();
        after.checks().forEach((name, state) -> {
            CheckState old = before.checks().get(name);
            if (old != null && old.status() != state.status()) {
                transitions.add(new Transition(name, old.status(), state.status(), state));
            }
        });
        if (before.status() != after.status() && !before.checks().isEmpty()) {
            transitions.add(new Transition(null, before.status(), after.status(), withdrawalIn(after)));
        }
        return transitions;
    }

    /** What a shutdown says, if nothing is worse. */
    private static @Nullable CheckState withdrawalIn(HealthSnapshot snapshot) {
        return snapshot.checks().values().stream()
                .filter(state -> state.status() == snapshot.status() && isWithdrawal(state))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWithdrawal(CheckState state) {
        return HealthCode.SHUTTING_DOWN.id().equals(state.code());
    }

    void log(Logger log) {
        boolean isPlanned = cause != null && isWithdrawal(cause);
        Level level = to.isServing() || isPlanned ? Level.INFO : Level.WARN;
        LoggingEventBuilder event = log.atLevel(level).addKeyValue("from", from).addKeyValue("to", to);
        if (cause != null && cause.code() != null) {
            event = event.addKeyValue("code", cause.code()).addKeyValue("cause", cause.message());
        }
        event.log(check == null ? "the system is " + to : "check " + check + " is " + to);
    }
}
