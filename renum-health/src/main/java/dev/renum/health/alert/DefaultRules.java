package dev.renum.health.alert;

import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthSettings;
import java.time.Duration;
import java.util.List;

/** The rules that {@link AlertManager#setupProactiveAlerts} installs. */
final class DefaultRules {
    private static final String ERRORS = "http.server.requests.errors";
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    /** Some failures more than are accepted are no reason to wake somebody; ten times as many are. */
    private static final double ERRORS_BEYOND_OBJECTIVE = 10;

    private static final double MOST = 0.5;

    private DefaultRules() {}

    static List<AlertRule> of(HealthSettings settings) {
        return List.of(
                ratio("cpu-high", "system.cpu", 0.9, 0.8).forAtLeast(FIVE_MINUTES),
                ratio("memory-high", "system.memory", 0.95, 0.9)
                        .forAtLeast(FIVE_MINUTES)
                        .severity(Severity.ERROR),
                ratio("disk-full", "system.disk", 0.9, 0.85)
                        .forAtLeast(ONE_MINUTE)
                        .severity(Severity.ERROR),
                ratio("heap-high", "jvm.heap.after_gc", 0.85, 0.8)
                        .forAtLeast(FIVE_MINUTES)
                        .severity(Severity.ERROR),
                errors(settings),
                AlertRule.threshold("most-requests-fail", ERRORS)
                        .above(MOST)
                        .forAtLeast(ONE_MINUTE)
                        .severity(Severity.CRITICAL),
                slowness(settings),
                AlertRule.threshold("deadlock", "jvm.threads.deadlocked")
                        .above(0)
                        .severity(Severity.CRITICAL),
                AlertRule.staleMonitor("monitor-stale").forAtLeast(ONE_MINUTE).severity(Severity.CRITICAL),
                AlertRule.requiredCheckDown("required-check-down").severity(Severity.CRITICAL),
                AlertRule.requiredCheckAway("required-check-away")
                        .forAtLeast(ONE_MINUTE)
                        .severity(Severity.CRITICAL),
                AlertRule.checkCode(
                        "certificate-ends-soon",
                        HealthCode.CERTIFICATE_ENDS_SOON,
                        HealthCode.CERTIFICATE_ENDS,
                        HealthCode.CERTIFICATE_ENDED),
                AlertRule.checkCode("certificate-ends", HealthCode.CERTIFICATE_ENDS, HealthCode.CERTIFICATE_ENDED)
                        .severity(Severity.CRITICAL));
    }

    private static AlertRule ratio(String name, String metric, double above, double clearBelow) {
        return AlertRule.threshold(name, metric).above(above).clearBelow(clearBelow);
    }

    /** What failed in one moment leaves the figure before the alert would fire. */
    private static AlertRule errors(HealthSettings settings) {
        double limit = Math.min(MOST, settings.errorRatioObjective() * ERRORS_BEYOND_OBJECTIVE);
        Duration figure = FIVE_MINUTES.plus(settings.samplingInterval().multipliedBy(2));
        return ratio("errors-high", ERRORS, limit, limit / 2)
                .forAtLeast(figure.plus(ONE_MINUTE))
                .severity(Severity.ERROR);
    }

    private static AlertRule slowness(HealthSettings settings) {
        double objective = settings.responseTimeObjective().toNanos() / 1e9;
        return ratio("requests-slow", "http.server.requests.p95", objective, objective * 0.9)
                .forAtLeast(FIVE_MINUTES);
    }
}
