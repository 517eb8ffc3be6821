package dev.renum.health.alert;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.CheckState;
import dev.renum.health.HealthCode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks whose status is as bad as {@code from}, or worse. The value is the status, from 0 for DISABLED to 5 for DOWN. A check that is UNKNOWN is worse than
 * DEGRADED, but tells nothing where OUT_OF_SERVICE or DOWN is asked for.
 */
record FailedChecks(
        Predicate<CheckState> which,
        HealthStatus from,
        @Nullable String check) implements Condition {
    FailedChecks(Predicate<CheckState> which, HealthStatus from) {
        this(which, from, null);
    }

    /** That of one name. */
    static FailedChecks named(String check, HealthStatus from) {
        return new FailedChecks(state -> state.name().equals(check), from, check);
    }

    /** Whether nobody hears of {@code check}, which the system needs, because it is not known to have failed. */
    static boolean isLeftOut(CheckState check) {
        boolean isExpected = HealthCode.NO_RESULT_YET.id().equals(check.code())
                || HealthCode.SHUTTING_DOWN.id().equals(check.code());
        return check.required() && check.status() != HealthStatus.DOWN && !isExpected;
    }

    @Override
    public List<Reading> read(Observed observed) {
        return observed.snapshot().checks().values().stream()
                .filter(which)
                .map(this::reading)
                .toList();
    }

    private Reading reading(CheckState check) {
        Map<String, String> labels = Map.of("check", check.name());
        boolean tellsNothing = check.status() == HealthStatus.UNKNOWN && from.compareTo(HealthStatus.UNKNOWN) > 0;
        double value = tellsNothing ? Double.NaN : check.status().badness();
        return new Reading(labels, value, text(check), check.knownOrSuspectedCause());
    }

    private static String text(CheckState check) {
        String cause = check.message() == null ? "" : ": " + check.message();
        String code = check.code() == null ? "" : " (" + check.code() + ")";
        return "the check is " + check.status() + cause + code;
    }

    @Override
    public boolean holds(double value, boolean active) {
        return value >= from.badness();
    }

    @Override
    public boolean isWorse(double value, double before) {
        return value > before;
    }

    /** Of a monitor that has stopped nothing is known, and a check must not seem to recover by that. */
    @Override
    public boolean isBlind(Observed observed) {
        return observed.snapshot().stale();
    }
}
