package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;

/** Decides which result of a check is shown. Not thread-safe. */
final class Hysteresis {
    private static final HealthResult NONE_YET =
            HealthResult.unknown(HealthCode.NO_RESULT_YET.id(), "has not answered yet");

    private final int failureThreshold;
    private final int successThreshold;
    private HealthResult shown = NONE_YET;
    private boolean answered;
    private int failures;
    private int successes;

    Hysteresis(CheckSpec spec) {
        failureThreshold = spec.failureThreshold();
        successThreshold = spec.successThreshold();
    }

    void accept(HealthResult result) {
        boolean passing = result.status().isServing();
        failures = passing ? 0 : saturatedNext(failures);
        successes = passing ? saturatedNext(successes) : 0;
        if (isShownAtOnce(result, passing)
                || (passing ? successes >= successThreshold : failures >= failureThreshold)) {
            shown = result;
        }
        answered = true;
    }

    HealthResult shown() {
        return shown;
    }

    int consecutiveFailures() {
        return failures;
    }

    private boolean isShownAtOnce(HealthResult result, boolean passing) {
        return !answered
                || result.status() == HealthStatus.DISABLED
                || shown.status() == HealthStatus.DISABLED
                || shown.status().isServing() == passing;
    }

    private static int saturatedNext(int count) {
        return count == Integer.MAX_VALUE ? count : count + 1;
    }
}
