package dev.renum.health.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule watches and when it holds. Immutable. */
sealed interface Condition permits Limit, Absence, Growth, FailedChecks, MissedBeats {
    /** A reading of each thing it looks at, now. */
    List<Reading> read(Observed observed);

    /** Whether {@code value}, which is known, is what it warns of; {@code active} if its alert is firing already, so that a threshold may clear later. */
    boolean holds(double value, boolean active);

    /** One line on {@code value}, for people. */
    String describe(double value);

    /** The figure it needs, or {@code null} if it needs none. */
    @Nullable
    String metric();
}
