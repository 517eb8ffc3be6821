package dev.renum.health.alert;

import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.text.NearestName;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.util.Set;

/** Refuses rules that would be silent for ever. */
final class SilentRules {
    private SilentRules() {}

    /** One over a figure that nobody measures, a check that there is not, or a period of which the history of {@code health} never knows enough. */
    static void refuse(AlertRule rule, HealthMonitor health) {
        refuseUnknown(rule, health.metrics().names());
        refuseUnknownCheck(rule, health.snapshot().checks().keySet());
        refusePeriod(rule, health.settings());
    }

    private static void refuseUnknownCheck(AlertRule rule, Set<String> known) {
        String check = rule.condition().check();
        if (check != null && !rule.isExpectedLater() && !known.contains(check)) {
            throw new IllegalArgumentException("rule '" + rule.name() + "' is about '" + Texts.line(check, 100)
                    + "', which is no check: " + meant(check, known)
                    + "Say expectedLater() if it is registered later");
        }
    }

    private static String meant(String name, Set<String> known) {
        return NearestName.to(name, known)
                .map(nearest -> "did you mean '" + nearest + "'? ")
                .orElse("");
    }

    private static void refuseUnknown(AlertRule rule, Set<String> known) {
        String metric = rule.condition().metric();
        if (metric == null || rule.isExpectedLater() || known.contains(metric)) {
            return;
        }
        throw new IllegalArgumentException(HealthCode.UNKNOWN_METRIC.id() + " rule '" + rule.name() + "' is about '"
                + Texts.line(metric, 100) + "', which nobody measures: " + meant(metric, known)
                + "Say expectedLater() if whoever measures it is watched later");
    }

    /** A change needs two measurements at least, and both must still be kept. */
    static void refusePeriod(AlertRule rule, HealthSettings settings) {
        if (rule.condition() instanceof Growth growth) {
            Duration shortest = settings.samplingInterval().multipliedBy(2);
            Duration longest = settings.samplingInterval().multipliedBy(settings.historySize() - 1L);
            if (growth.over().compareTo(shortest) < 0 || growth.over().compareTo(longest) > 0) {
                throw new IllegalArgumentException("period " + growth.over() + " of rule '" + rule.name()
                        + "' is not allowed: with this sampling-interval and history-size use " + shortest + " to "
                        + longest);
            }
        }
    }
}
