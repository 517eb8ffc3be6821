package dev.renum.health.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule watches and when it holds. Immutable. */
sealed interface Condition permits Limit, Absence, Growth, FailedChecks, MissedBeats, ReportedIssues, StaleMonitor {
    /** A reading of each thing it looks at, now; what it does not mention any more is gone. */
    List<Reading> read(Observed observed);

    /** Whether {@code value}, which is known, is what it warns of; {@code active} if its alert is firing already, so that a threshold may clear later. */
    boolean holds(double value, boolean active);

    /** Whether {@code value} is worse than {@code before}, so that an alert that was resolved by hand opens again. */
    default boolean isWorse(double value, double before) {
        return false;
    }

    /** Whether nothing can be seen now, so that nothing is known of any of the things it has mentioned. */
    default boolean isBlind(Observed observed) {
        return false;
    }

    /** The check it needs, or {@code null} if it needs none in particular. */
    default @Nullable String check() {
        return null;
    }

    /** The figure it needs, or {@code null} if it needs none. */
    default @Nullable String metric() {
        return null;
    }
}
