package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Probe;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one check.
 *
 * @param name the name of the check
 * @param result what is shown of it; its status may hold on to earlier results as the thresholds ask
 * @param required whether the system needs what is checked
 * @param probe the question that it helps to answer
 * @param since since when it has the status shown
 * @param lastRun when its last result came, or {@code null} if none has
 * @param lastDuration how long its last finished run took; zero if none has
 * @param consecutiveFailures how many results in a row were failures, up to now
 * @param symptomOf the failed check that explains this one's failure, or {@code null} if it has not failed or is a cause itself
 * @param suspect a check that works as far as is known, may explain this one's failure all the same, and is being asked, which takes 5 s at most; {@code
 *     null} if there is none
 */
public record CheckState(
        String name,
        HealthResult result,
        boolean required,
        Probe probe,
        Instant since,
        @Nullable Instant lastRun,
        Duration lastDuration,
        int consecutiveFailures,
        @Nullable String symptomOf,
        @Nullable String suspect) {
    /** Checks what must be there. */
    public CheckState {
        requireNonNull(name, "name");
        requireNonNull(result, "result");
        requireNonNull(probe, "probe");
        requireNonNull(since, "since");
        requireNonNull(lastDuration, "lastDuration");
    }

    /** The status shown. */
    public HealthStatus status() {
        return result.status();
    }

    /** The code of the cause, or {@code null} if there is nothing to explain. */
    public @Nullable String code() {
        return result.code();
    }

    /** The explanation, or {@code null} if there is none. */
    public @Nullable String message() {
        return result.message();
    }

    /** Whether this process must be restarted because of it: it helps to answer {@link Probe#LIVENESS} and is known to have failed. */
    public boolean demandsRestart() {
        return probe == Probe.LIVENESS && status().compareTo(HealthStatus.UNKNOWN) > 0;
    }

    /** What a process that is shutting down shows of itself, as if a required check said so. */
    static CheckState shutdown(Instant at) {
        HealthResult result = HealthResult.outOfService(HealthCode.SHUTTING_DOWN.id(), "is shutting down");
        return of("shutdown", result, true, at);
    }

    /** A check of readiness that has run once and has this result since {@code at}. */
    public static CheckState of(String name, HealthResult result, boolean required, Instant at) {
        return new CheckState(name, result, required, Probe.READINESS, at, at, Duration.ZERO, 0, null, null);
    }

    /** The check that explains the failure, or that may: nobody should be woken for this one before that is known. */
    public @Nullable String knownOrSuspectedCause() {
        return symptomOf == null ? suspect : symptomOf;
    }

    CheckState withResult(HealthResult other) {
        return new CheckState(
                name, other, required, probe, since, lastRun, lastDuration, consecutiveFailures, null, null);
    }

    CheckState asSymptomOf(@Nullable String cause) {
        return new CheckState(
                name, result, required, probe, since, lastRun, lastDuration, consecutiveFailures, cause, suspect);
    }
}
