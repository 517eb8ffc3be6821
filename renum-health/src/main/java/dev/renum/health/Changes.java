package dev.renum.health;

import dev.renum.core.health.HealthStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** What has changed from one snapshot to the next, and how the log tells it. */
final class Changes {
    private Changes() {}

    /** A check that came or went has not changed, nor has a system that had no check. The system comes last. */
    static List<HealthChange> between(HealthSnapshot before, HealthSnapshot after) {
        List<HealthChange> changes = new ArrayList<>();
        after.checks().values().forEach(state -> addOfCheck(before.checks().get(state.name()), state, after, changes));
        if (before.status() != after.status() && !before.checks().isEmpty()) {
            changes.add(ofSystem(before.status(), after));
        }
        return changes;
    }

    private static void addOfCheck(
            @Nullable CheckState old, CheckState state, HealthSnapshot after, List<HealthChange> changes) {
        if (old != null && old.status() != state.status()) {
            changes.add(new HealthChange(state.name(), old.status(), state.status(), after.takenAt(), state));
        }
    }

    private static HealthChange ofSystem(HealthStatus before, HealthSnapshot after) {
        return new HealthChange(null, before, after.status(), after.takenAt(), withdrawalIn(after));
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

    /** One line; what serves again, or was withdrawn on purpose, is no reason to warn. */
    static void log(HealthChange change, Logger log) {
        CheckState state = change.state();
        boolean isPlanned = state != null && isWithdrawal(state);
        Level level = change.to().isServing() || isPlanned ? Level.INFO : Level.WARN;
        LoggingEventBuilder event =
                log.atLevel(level).addKeyValue("from", change.from()).addKeyValue("to", change.to());
        if (state != null && state.code() != null) {
            event = event.addKeyValue("code", state.code()).addKeyValue("cause", state.message());
        }
        event.log((change.isOfSystem() ? "the system is " : "check " + change.check() + " is ") + change.to());
    }
}
